import { useState } from 'react'
import type { SourceAnswer } from '#contract/supervision/source'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { AgreeSource } from './agree-source'
import { DecideSource } from './decide-source'
import { UndoSource } from './undo-source'
import type { Told, Whose } from './whose'

interface Props {
  person: Told
  whose: Whose
  today: Day
  onDone: (answer: SourceAnswer) => void
}

/** What somebody decided and what waits for another; and what whoever looks may do about it. */
export function DecidedWords({ person, person: { decided, waiting, can }, whose, today, onDone }: Props) {
  const [doing, setDoing] = useState<'decide' | 'undo'>()
  const done = (answer: SourceAnswer) => {
    setDoing(undefined)
    onDone(answer)
  }
  const id = whose.personId
  return (
    <>
      {decided && <p className="source__decided">{`定下的：${decided.says}。${sayBy(decided, today)}`}</p>}
      {waiting && (
        <div className="source__decided">
          <p>{`${waiting.undo ? '等另一个人同意：不再用定下的，照县里的次序' : `等另一个人同意：${waiting.says}`}。${sayBy(waiting, today)}`}</p>
          {can?.answer !== true && <p>{`能同意的：${waiting.deciders}。`}</p>}
          {(can?.answer === true || can?.withdraw === true) && <AgreeSource whose={whose} own={!can.answer} onDone={done} />}
        </div>
      )}
      {doing === undefined && (can?.decide === true || can?.undo === true) && (
        <div className="form__end">
          {can.decide && (
            <Press id={`decide-source-${id}`} onPress={() => setDoing('decide')}>
              {decided ? '改成别的' : '定以哪份为准'}
            </Press>
          )}
          {can.undo && (
            <Press id={`undo-source-${id}`} kind="quiet" onPress={() => setDoing('undo')}>
              不再用定下的
            </Press>
          )}
        </div>
      )}
      {doing === 'decide' && <DecideSource person={person} whose={whose} onDone={done} onClose={() => setDoing(undefined)} />}
      {doing === 'undo' && <UndoSource whose={whose} onDone={done} onClose={() => setDoing(undefined)} />}
    </>
  )
}

/** 王小二，10月20日；叶局长同意。为什么：…… 凭：…… */
function sayBy({ by, second, day, reason, evidence }: NonNullable<Told['decided']>, today: Day): string {
  const who = `${by}，${sayDay(day, today)}${second === undefined ? '' : `；${second}同意`}`
  return `${who}。为什么：${reason}${evidence === '' ? '' : `。凭：${evidence}`}`
}
