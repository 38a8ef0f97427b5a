import { useState } from 'react'
import type { CaseList, CaseSubject } from '#contract/office/cases'
import { sayDay, type Day } from '#domain/time/dates'
import { sayTrouble } from '../../../../services/desk/office-call'
import { Form } from '../../../../ui/desk/form'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { Empty } from '../../../../ui/read/empty'
import { WhenReady } from '../../../../ui/read/when-ready'
import { useSubject, useUsableGrants } from '../use-cases'
import { AboutHousehold } from './about-household'

interface Props {
  areas: CaseList['areas']
  today: Day
  onOpened: (id: string) => void
}

/** A household of the register is found under a grant, as everywhere: on record, and its people see it. */
export function KnownHousehold({ areas, today, onOpened }: Props) {
  const [grantId, setGrantId] = useState('')
  const [idNumber, setNumber] = useState('')
  const [fault, setFault] = useState<string>()
  const [found, setFound] = useState<{ grantId: string; subject: CaseSubject }>()
  const looking = useSubject()
  return (
    <WhenReady query={useUsableGrants()} words="正在看您的授权…">
      {(grants) => {
        if (grants.length === 0) return <Empty>您现在没有可用的授权，找不了名册上的人。请到“授权”里申请，另一个人同意以后再来。</Empty>
        const chosen = grantId === '' ? grants[0]!.id : grantId
        return (
          <>
            <Form
              id="case-find"
              send="找这一户（记录，农户看得到）"
              busy={looking.isPending && '正在找…'}
              trouble={fault ?? sayTrouble(looking.error)}
              onSend={() => {
                const wrong = idNumber.trim().length < 18 ? '请写这一户里一个人的 18 位身份证号。' : undefined
                setFault(wrong)
                if (wrong === undefined)
                  looking.mutate(
                    { grantId: chosen, idNumber },
                    { onSuccess: (subject) => setFound({ grantId: chosen, subject }), onError: () => setFound(undefined) },
                  )
              }}
            >
              <SelectBox
                id="case-grant"
                label="凭哪条授权"
                options={grants.map((one) => ({
                  id: one.id,
                  label: `${one.purposeLabel}，${one.areaName}，到${sayDay(one.until, today)}`,
                }))}
                value={chosen}
                onChange={setGrantId}
              />
              <TextBox id="case-find-number" label="身份证号" maxLength={24} value={idNumber} onChange={setNumber} />
            </Form>
            {found && (
              <AboutHousehold
                key={found.subject.householdId}
                grantId={found.grantId}
                subject={found.subject}
                areas={areas}
                onOpened={onOpened}
              />
            )}
          </>
        )
      }}
    </WhenReady>
  )
}
