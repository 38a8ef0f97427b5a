import { useMutation } from '@tanstack/react-query'
import type { DeskMe } from '#contract/office/desk'
import { sayDay } from '#domain/time/dates'
import { roleNames } from '#domain/access/staff'
import { today } from '../../../services/wire/clock'
import { ask, deskKey } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'
import { Form } from '../../../ui/desk/form'
import { State } from '../../../ui/desk/state'
import { useSending } from '../../../ui/desk/use-sending'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import './pledge.scss'

const useSign = () =>
  useMutation({ mutationFn: (hash: string) => ask('office', 'pledge', { hash }), onSuccess: (me) => queryClient.setQueryData(deskKey, me) })

/** The pledge of head and data officer, and what the agency still lacks before it may be granted anything. */
export function Pledge({ me }: { me: DeskMe }) {
  const sign = useSign()
  const {
    pledge,
    agencyReady: { head, dataOfficer },
  } = me
  const { trouble, onSend } = useSending(
    () => undefined,
    () => {
      if (pledge) sign.mutate(pledge.hash)
    },
    sign.error,
  )
  const missing = [!head && roleNames.head, !dataOfficer && roleNames['data-officer']].filter((one) => one !== false)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>责任书</Heading>
      </div>
      {missing.length > 0 ? (
        <Notice
          id="agency-missing"
          kind="needs-you"
        >{`${me.agency}还差${missing.join('、')}签字。两个人都签了，才能给本单位授权。`}</Notice>
      ) : (
        <Notice id="agency-ready">{`${me.agency}的一把手和管理专员都签了，可以授权。`}</Notice>
      )}
      <div className="signers">
        <State kind={head ? 'done' : 'waiting'} words={`${roleNames.head}${head ? '已签' : '未签'}`} />
        <State kind={dataOfficer ? 'done' : 'waiting'} words={`${roleNames['data-officer']}${dataOfficer ? '已签' : '未签'}`} />
      </div>
      {pledge && (
        <section className="sheet">
          <Heading level={2}>{`${roleNames[me.role]}责任书`}</Heading>
          <p id="pledge-text" className="pledge-text">
            {pledge.text}
          </p>
          {pledge.signedOn !== undefined ? (
            <State kind="done" words={`${me.name} ${sayDay(pledge.signedOn, today())}签字`} />
          ) : (
            <Form id="pledge-sign" send="我已读过，签字" busy={sign.isPending && '正在签字…'} trouble={trouble} onSend={onSend} />
          )}
        </section>
      )}
    </>
  )
}
