import { isCalendarDay, type Day } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import { TextBox } from '../../../ui/desk/text-box'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { RegisterView } from './register-view'
import { useRegisterOn } from './use-register'

/** 名册: how many stood on the register on a day, and how they came to be. */
export function RegisterRoom() {
  const today = dayNow()
  const [typed, setTyped] = useKept<string>('register day', today)
  const day: Day | undefined = isCalendarDay(typed) && typed <= today ? typed : undefined
  const query = useRegisterOn(day)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>名册</Heading>
      </div>
      <div className="filters">
        <TextBox id="register-day" label="看哪一天" type="date" max={today} value={typed} onChange={(text) => setTyped(() => text)} />
      </div>
      {day === undefined ? (
        <Notice id="register-fault" kind="wrong">
          请选今天或以前的一天。
        </Notice>
      ) : (
        <WhenReady query={query} words="正在从变动里数…">
          {(then) => <RegisterView then={then} today={today} />}
        </WhenReady>
      )}
    </>
  )
}
