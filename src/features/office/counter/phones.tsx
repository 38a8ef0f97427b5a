import { useState } from 'react'
import type { CounterCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Sure } from '../../../ui/desk/sure'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { LeftBehind } from './left-behind'
import { platforms, sayStanding } from './phone-words'
import { useRegisterPhone, useUnbindPhone } from './use-card'

/** The number that binding asks for. */
export function RegisteredPhone({ token, phone, from }: { token: CodeToken; phone: string | undefined; from: string | undefined }) {
  const register = useRegisterPhone(token)
  const [typed, setTyped] = useState('')
  const { trouble, onSend } = useSending(
    () => (/^1\d{10}$/.test(typed.trim()) ? undefined : '手机号是 11 位数字，1 开头。'),
    () => register.mutate(typed.trim(), { onSuccess: () => setTyped('') }),
    register.error,
  )
  return (
    <Form
      id="card-phone-save"
      send={phone === undefined ? '登记' : '更换'}
      busy={register.isPending && '正在登记…'}
      trouble={trouble}
      onSend={onSend}
    >
      <p id="card-phone">
        {phone === undefined
          ? '还没有登记手机号。绑定手机时要核对它的后 4 位。'
          : `登记的手机号：${phone}（后 4 位用来证明身份，这里不显示；请本人自己说）`}
      </p>
      {from !== undefined && <p id="card-phone-from">{`${sayMoment(Date.parse(from))}起可以用它绑定；在那以前用原来的号码。`}</p>}
      {register.isSuccess && <Notice>登记好了。</Notice>}
      <TextBox
        id="card-phone-new"
        label={phone === undefined ? '手机号' : '换成'}
        digits
        maxLength={11}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}

/** Telephones that open this person's file; a lost one is unbound here. */
export function BoundPhones({ token, phones, today }: { token: CodeToken; phones: CounterCard['phones']; today: Day }) {
  const unbind = useUnbindPhone(token)
  if (phones.length === 0 && !unbind.data) return <Empty>还没有绑定手机。请网格员上门绑定，或者在这里发登录码。</Empty>
  return (
    <>
      {unbind.data && <LeftBehind token={token} {...unbind.data} />}
      {phones.map((phone) => (
        <div key={phone.id} className="line">
          <div>
            {[platforms[phone.platform], `${sayDay(phone.boundOn, today)}绑定`, phone.by && `由${phone.by}办理`, sayStanding(phone)]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <Sure
            id={`card-unbind-${phone.id}`}
            first="解绑"
            name={`解绑${platforms[phone.platform]}，${sayDay(phone.boundOn, today)}绑定的`}
            question="解绑后，那部手机马上看不到这一户。要用得重新绑定。"
            second="解绑"
            busy={unbind.isPending && '正在解绑…'}
            trouble={sayTrouble(unbind.error)}
            onSure={() => unbind.mutate(phone.id)}
          />
        </div>
      ))}
    </>
  )
}
