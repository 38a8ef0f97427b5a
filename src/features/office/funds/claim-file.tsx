import type { MoneyClaimFile, MoneyStep } from '#contract/supervision/money'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { roomAddress } from '../../../services/desk/office-place'
import { Facts } from '../../../ui/desk/facts'
import { sayRow } from '../../../ui/desk/say-row'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { useClaim } from './use-funds'

interface Props {
  id: string
  grantId: string | undefined
  today: Day
}

/** One due: where each yuan of it is, why it is due, and the whole way. */
export function ClaimFile({ id, grantId, today }: Props) {
  const query = useClaim(id, grantId)
  return (
    <WhenReady query={query} words="正在当场算这一笔…">
      {(file) => (
        <section className="sheet" aria-label="这一笔的来龙去脉">
          <Heading level={2}>{titleOf(file)}</Heading>
          <p className="table__note">{`${file.claim.place}。当场算的。`}</p>
          <ul id="claim-says" className="funds__says">
            {file.says.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Why file={file} today={today} />
          <Heading level={3}>钱走到哪里</Heading>
          {file.way.length === 0 ? (
            <p className="room-words">哪份计划、哪个批次里都还没有这一笔。</p>
          ) : (
            <ol id="claim-way" className="funds__way">
              {file.way.map((step, i) => (
                <Step key={i} step={step} today={today} />
              ))}
            </ol>
          )}
        </section>
      )}
    </WhenReady>
  )
}

const titleOf = ({ claim: { name, whose, programme, period } }: MoneyClaimFile): string =>
  `${whose === 'household' ? `${name}家` : name}：${programme.name} ${period}`

const Why = ({ file: { why, paidFen, recoveredFen, claim }, today }: { file: MoneyClaimFile; today: Day }) => (
  <Facts
    facts={[
      ['为什么', why?.words],
      ['依据', why && `${why.rule}${why.unverified ? '（待核实）' : ''}${why.from ? `，${sayDay(why.from, today)}起` : ''}`],
      ['到县里', claim.fundedOn && sayDay(claim.fundedOn, today)],
      ['付出了', `${yuan(paidFen)} 元`],
      ['追回了', recoveredFen > 0 ? `${yuan(recoveredFen)} 元` : undefined],
    ]}
  />
)

const Step = ({ step: { words, on, source, batchId }, today }: { step: MoneyStep; today: Day }) => (
  <li>
    <span className="table__note">{on === undefined ? '日期不详' : sayDay(on, today)}</span> {words}
    {batchId !== undefined && (
      <>
        {'　'}
        <a className="funds__link" href={roomAddress('batches', { batch: batchId })}>
          看这一批
        </a>
      </>
    )}
    {source && (
      <div className="table__note">{`${source.file}${source.row === undefined ? '' : `，${sayRow(source.sheet, source.row)}`}`}</div>
    )}
  </li>
)
