import type { ReactNode } from 'react'
import { sayDay } from '#domain/time/dates'
import type { FirstMessage } from '#domain/sealing/report'
import { today } from '../../../../services/wire/clock'
import { Facts } from '../../../../ui/desk/facts'
import { Notice } from '../../../../ui/read/notice'
import { answerKindNames } from '../acts/answer-kinds'
import { keyNamed, writerOf } from '../keys/key-words'
import { PhotoPress } from './photo-press'
import type { Letter, OfficeLetter, OpenLetter, ShutLetter } from './read-letters'
import { isOpen } from './read-letters'
import { categoryName, subjectName } from '../report-words'
import type { Photos } from './use-photos'

interface Props {
  letter: Letter
  /** How many keys are open. */ keys: number
  photos: Photos
}

/** One letter of a report: the reporter's or the office's own. */
export function LetterView({ letter, keys, photos }: Props) {
  if (letter.side === 'office') return <FromOffice letter={letter} />
  return (
    <FromReporter letter={letter}>
      {isOpen(letter) ? <Opened letter={letter} photos={photos} /> : <Shut letter={letter} keys={keys} />}
    </FromReporter>
  )
}

const FromReporter = ({ letter, children }: { letter: Letter; children: ReactNode }) => (
  <article id={`letter-${letter.id}`} className="letter">
    <div className="letter__top">{`举报人 · ${sayDay(letter.day, today())}`}</div>
    {children}
  </article>
)

const Opened = ({ letter, photos }: { letter: OpenLetter; photos: Photos }) => {
  const { message, missing } = letter
  return (
    <>
      {message.kind === 'report' && <FactsOf message={message} />}
      <p className="letter__words">{message.what}</p>
      {Array.from({ length: letter.photos }, (_, number) => (
        <PhotoPress key={number} letter={letter} number={number} photos={photos} />
      ))}
      {missing > 0 && <Notice kind="needs-you">{`照片还有 ${missing} 段没有送到，有的打不开。`}</Notice>}
    </>
  )
}

export const FactsOf = ({ message: { category, subject, place, when } }: { message: FirstMessage }) => (
  <Facts
    look="facts--wide letter__facts"
    facts={[
      ['哪一类', categoryName(category)],
      ['举报的是', subjectName(subject)],
      ['在哪里', place || '没有写'],
      ['什么时候', when || '没有写'],
    ]}
  />
)

function Shut({ letter: { needs }, keys }: { letter: ShutLetter; keys: number }) {
  if (needs.length === 0) return <Notice kind="wrong">这一段坏了，或者不是小康码写的，打不开。</Notice>
  const either = needs.map(keyNamed).join('，或者')
  return <Notice kind="needs-you">{keys === 0 ? `插上钥匙才能读：要 ${either}。` : `插着的钥匙打不开这一段，要 ${either}。`}</Notice>
}

function FromOffice({ letter: { id, day, answer } }: { letter: OfficeLetter }) {
  return (
    <article id={`letter-${id}`} className="letter letter--ours">
      <div className="letter__top">{`${writerOf(answer?.by)} · ${sayDay(day, today())}${answer ? ` · ${answerKindNames[answer.kind]}` : ''}`}</div>
      {answer ? <p className="letter__words">{answer.words}</p> : <p className="table__note">打开举报的第一段，才读得到这里写了什么。</p>}
      {answer && (
        <div className="table__note">
          {answer.by === undefined ? '签名的钥匙已经换下，或者签名不对：举报人看到的是“没有签名”。' : `${keyNamed(answer.by)}签名`}
        </div>
      )}
    </article>
  )
}
