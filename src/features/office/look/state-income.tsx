import { useState } from 'react'
import type { OfficerFile } from '#contract/supervision/actions'
import type { OutputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useSending } from '../../../ui/desk/use-sending'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { amountBoxes, statedIn, type Draft } from './income-draft'
import { useIncomeForm, useStateIncome } from './use-income'

type Income = NonNullable<OfficerFile['file']['income']>
type Asked = OutputOf<typeof supervision.incomeForm>
interface Props {
  opened: OfficerFile
  onStated: (income: Income) => void
}

/** 登记收入: what is known of twelve months is written down beside what was said before; what it comes to stands in the file. */
export function StateIncome({ opened, onStated }: Props) {
  const form = useIncomeForm()
  const [done, setDone] = useState(false)
  const trouble = sayTrouble(form.error)
  return (
    <section id="look-income" className="sheet" aria-label="登记收入">
      <Heading level={2}>登记收入</Heading>
      {done && <Notice kind="plain">记下了，算出来的在“收入”一栏。以前登记的也还在。</Notice>}
      {form.data && !done ? (
        <IncomeForm
          asked={form.data}
          opened={opened}
          onStated={(income) => {
            setDone(true)
            onStated(income)
          }}
        />
      ) : (
        <Press
          id="income-open"
          busy={form.isPending && '正在取…'}
          onPress={() => {
            setDone(false)
            form.mutate()
          }}
        >
          {done ? '再登记一份' : '登记这一户的收入'}
        </Press>
      )}
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </section>
  )
}

function IncomeForm({ asked: { months, transfers }, opened: { householdId, grant }, onStated }: Props & { asked: Asked }) {
  const send = useStateIncome(onStated)
  const [draft, setDraft] = useState<Draft>({})
  const box = (id: string) => ({ value: draft[id] ?? '', onChange: (text: string) => setDraft((before) => ({ ...before, [id]: text })) })
  const evidence = (draft['evidence'] ?? '').trim()
  const read = statedIn(draft, transfers)
  const { trouble, onSend } = useSending(
    () => {
      if ('wrong' in read) return read.wrong
      return evidence.length < 4 ? '请写明这些数是从哪里来的，例如“工资单、存折，入户看过”。' : undefined
    },
    () => {
      if ('stated' in read) send.mutate({ grantId: grant.id, householdId, stated: read.stated, evidence })
    },
    send.error,
  )
  return (
    <>
      <p>{`${months}，全家一共多少，按元写。没有就写 0，不知道就空着：空着的算“缺”，不算 0。`}</p>
      <Form id="income-send" send="记下来" busy={send.isPending && '正在记…'} trouble={trouble} onSend={onSend} wide>
        <TextBox id="income-people" label="一起生活的人数" digits maxLength={2} {...box('people')} />
        <TextBox id="income-covered" label="其中享受的人数" hint="不是全家都享受才写。" digits maxLength={2} {...box('covered')} />
        {amountBoxes.map(({ id, label }) => (
          <TextBox key={id} id={id.replace('/', '-')} label={label} maxLength={16} {...box(id)} />
        ))}
        {transfers.map(({ id, name, counts }) => (
          <TextBox
            key={id}
            id={`apart-${id}`}
            label={`转移性收入里的${name}`}
            hint={counts ? '算收入。' : '不算收入，会减掉。'}
            maxLength={16}
            {...box(`apart/${id}`)}
          />
        ))}
        <TextLines id="income-evidence" label="这些数从哪里来" rows={2} maxLength={300} {...box('evidence')} />
      </Form>
    </>
  )
}
