import type { ReportRow } from '#contract/supervision/reports'
import { Paper } from '../../../../ui/desk/paper'
import { answerKindNames } from '../acts/answer-kinds'
import { writerOf } from '../keys/key-words'
import { FactsOf } from './letter-view'
import type { Letters } from './read-letters'
import { isOpen } from './read-letters'
import { shortNumber } from '../report-words'
import { photoName } from './use-photos'

/**
 * A report for the case file: its day, its number and its letters, with the photos that have been looked at; not who printed
 * it, nor when.
 */
export const PrintedReport = ({
  row: { id, receivedOn },
  letters,
  pictures,
}: {
  row: ReportRow
  letters: Letters
  pictures: Record<string, string>
}) => (
  <Paper>
    <div id="printed-report" className="printed-report">
      <div className="printed-report__title">不留名举报</div>
      <div>{`收到：${receivedOn}　编号：${shortNumber(id)}`}</div>
      {letters.all.map((letter) => (
        <div key={letter.id} className="printed-report__letter">
          <div>{`${letter.day} ${letter.side === 'reporter' ? '举报人' : `${writerOf(letter.answer?.by)}${letter.answer ? `（${answerKindNames[letter.answer.kind]}）` : ''}`}`}</div>
          {letter.side === 'office' && <p className="letter__words">{letter.answer?.words ?? '（没有打开）'}</p>}
          {letter.side === 'reporter' && !isOpen(letter) && <p>（这一段没有打开）</p>}
          {isOpen(letter) && (
            <>
              {letter.message.kind === 'report' && <FactsOf message={letter.message} />}
              <p className="letter__words">{letter.message.what}</p>
              {Array.from({ length: letter.photos }, (_, number) => pictures[photoName({ letter, number })]).map(
                (picture, number) =>
                  picture !== undefined && <img key={number} className="printed-report__photo" alt={`照片 ${number + 1}`} src={picture} />,
              )}
            </>
          )}
        </div>
      ))}
    </div>
  </Paper>
)
