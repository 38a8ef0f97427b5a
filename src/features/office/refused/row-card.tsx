import { useState } from 'react'
import { sayTrouble } from '../../../services/desk/office-call'
import { sayRow } from '../../../ui/desk/say-row'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Notice } from '../../../ui/read/notice'
import { DropRow } from './drop-row'
import { MendRow } from './mend-row'
import { useMend, type RefusedRow } from './use-refused'

/** One refused row: where it stands, why, what it says; what it may be; and mending it here. */
export function RowCard({ row, onNews }: { row: RefusedRow; onNews: (words: string) => void }) {
  const [open, setOpen] = useState<'mend' | 'drop'>()
  const [still, setStill] = useState<string>()
  const where = `《${row.fileName}》${sayRow(row.sheet, row.row)}`
  const mend = useMend(({ rows: [outcome], done }) => {
    if (outcome?.state === 'wrong') return setStill(outcome.words)
    onNews(`${where}：${outcome?.words ?? ''}${done ? '' : '文件大，正在重新读，一会儿就收进去。'}`)
  })
  const { id, sha256, sheet, offer, choices } = row
  const accept = (offered: string) => mend.mutate({ sha256, rows: [{ sheet, row: row.row, accept: offered }] })
  return (
    <section className="sheet refused" id={`refused-${id}`} aria-label={where}>
      <div className="refused__top">
        <div className="refused__where">{where}</div>
        <div className="table__note">{[row.agency, row.days === 0 ? '今天退回' : `退回 ${row.days} 天了`].filter(Boolean).join(' · ')}</div>
      </div>
      <div className="refused__why">{row.reason}</div>
      {row.underway ? (
        <State kind="waiting" words="有人改好了，正在收进去" />
      ) : (
        <>
          <dl className="refused__cells">
            {row.cells
              .filter(({ text, failed }) => text !== '' || failed)
              .map(({ column, heading, text, failed }) => (
                <div key={column} className={failed ? 'refused__failed' : undefined}>
                  <dt>{heading || `第 ${column + 1} 列`}</dt>
                  <dd>{text === '' ? '（空着）' : text}</dd>
                </div>
              ))}
          </dl>
          {offer && (
            <div className="refused__offer">
              <span>{offer.question}</span>
              <Press id={`accept-${id}`} kind="main" busy={mend.isPending && '正在收…'} onPress={() => accept(offer.id)}>
                是，照这个收下
              </Press>
            </div>
          )}
          {choices && (
            <div className="refused__offer" role="group" aria-label="可能是哪一位">
              <span>可能是下面几位中的一位。请照原件或证件认准了再点；认不准，就退给报送的单位。</span>
              {choices.map(({ id: offered, question }) => (
                <Press key={offered} id={`choose-${offered}`} busy={mend.isPending && '正在收…'} onPress={() => accept(offered)}>
                  {`是${question}`}
                </Press>
              ))}
            </div>
          )}
          {still !== undefined && <Notice kind="needs-you">{`还是收不下：${still}`}</Notice>}
          {mend.error && <Notice kind="wrong">{sayTrouble(mend.error)}</Notice>}
          {open === 'mend' && (
            <MendRow
              row={row}
              busy={mend.isPending && '正在收…'}
              onMend={(cells) => mend.mutate({ sha256, rows: [{ sheet, row: row.row, cells }] })}
              onClose={() => setOpen(undefined)}
            />
          )}
          {open === 'drop' && <DropRow id={id} onDone={() => onNews(`${where}：放下了，记了原因。`)} onClose={() => setOpen(undefined)} />}
          {open === undefined && (
            <div className="form__end">
              <Press id={`mend-${id}`} kind={offer ? 'second' : 'main'} onPress={() => setOpen('mend')}>
                在这里改
              </Press>
              <Press id={`drop-${id}`} kind="quiet" onPress={() => setOpen('drop')}>
                这一行不用收
              </Press>
            </div>
          )}
        </>
      )}
    </section>
  )
}
