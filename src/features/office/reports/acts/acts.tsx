import type { FC } from 'react'
import type { ReportRow } from '#contract/supervision/reports'
import type { ReportAct } from '#domain/work/reports'
import { reportActs } from '#domain/work/reports'
import { canBe } from '#domain/work/transitions'
import { county } from '../../../../services/built-in/county'
import { pinnedAt, useOpenKeys } from '../../../../services/sealing/report-keys'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { Accept } from './accept'
import type { ActProps, Doing } from './act-props'
import { AnswerReport } from './answer'
import { Close } from './close'
import { Pass } from './pass'
import type { Letters } from '../letters/read-letters'
import { isOpen } from '../letters/read-letters'
import { Spam } from './spam'
import { Transfer } from './transfer'

type Act = Exclude<Doing, ''>
const labels: Record<Act, string> = { accept: '受理', answer: '写答复', transfer: '转立案', pass: '转给别的单位', close: '办结' }
const forms: Record<Act, FC<ActProps>> = { accept: Accept, answer: AnswerReport, transfer: Transfer, pass: Pass, close: Close }
const order: Act[] = ['accept', 'answer', 'transfer', 'close', 'pass']

interface Props extends Pick<ActProps, 'letters' | 'passTo' | 'onDone' | 'onGone'> {
  row: ReportRow
  officeId: string
  doing: Doing
  onDo: (what: Doing) => void
}

/** What may be done with a report where it stands; each act unfolds in the same place. */
export function Acts({ row: { id, state, spamSaidBy }, letters, officeId, passTo, doing, onDo, onDone, onGone }: Props) {
  const signs = useOpenKeys().some(({ pair }) => pinnedAt(pair)?.office.id === officeId)
  const may = (act: ReportAct) => canBe(reportActs, act, state) && (act !== 'pass' || county.reports.offices.length > 1)
  const { first } = letters
  const spam = may('spam') && <Spam id={id} saidBy={spamSaidBy} onGone={onGone} />
  if (!signs)
    return (
      <Notice id="report-no-pen" kind="needs-you">
        要受理、答复、办结，先在上面插上本单位的现用钥匙：举报人的手机只认它的签名。
      </Notice>
    )
  if (!first)
    return isBroken(letters) ? (
      <>
        <Notice id="report-broken" kind="needs-you">
          第一段打不开，就没有法子答复。确实读不了的，标为“不是举报”。
        </Notice>
        {spam}
      </>
    ) : null
  if (doing !== '' && may(doing)) {
    const Form = forms[doing]
    const close = () => onDo('')
    return (
      <Form
        id={id}
        pen={{ officeId, answersKey: first.answers }}
        letters={letters}
        about={first.category}
        passTo={passTo}
        onDone={(words) => {
          close()
          onDone(words)
        }}
        onGone={onGone}
        onClose={close}
      />
    )
  }
  return (
    <div id="report-acts" className="form__end report-acts">
      {order.filter(may).map((act, i) => (
        <Press key={act} id={`report-${act}-open`} kind={i === 0 && state !== 'closed' ? 'main' : 'second'} onPress={() => onDo(act)}>
          {act === 'accept' && state === 'spam' ? '还是受理' : labels[act]}
        </Press>
      ))}
      {spam}
    </div>
  )
}

const isBroken = ({ all }: Letters): boolean =>
  all.some((letter) => letter.side === 'reporter' && !isOpen(letter) && letter.needs.length === 0)
