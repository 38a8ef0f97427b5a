import type { WayStep } from '#contract/supervision/requests'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'

const names: Record<WayStep['step'], string> = { plan: '计划', batch: '批次', bank: '银行', said: '农户' }

/** What the money went through, the oldest first: plan, batch, bank, and what the farmer said; each with the file that says so. */
export const WayOfLine = ({ steps, today }: { steps: readonly WayStep[]; today: Day }) => (
  <ol className="request__way" aria-label="这笔钱走到哪里">
    {steps.map(({ step, words, on, source }, i) => (
      <li key={i}>
        <strong>{names[step]}</strong>
        <span>
          {words}
          <span className="table__note">
            {[
              on && sayDay(on, today),
              source &&
                `《${source.file}》${source.sheet === undefined ? '' : `“${source.sheet}”`}${source.row === undefined ? '' : `第 ${source.row} 行`}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </li>
    ))}
  </ol>
)
