import type { ReportDeskFigures } from '#contract/supervision/reports'
import { reportOutcomeNames } from '#domain/work/reports'

/** Where the office's reports stand, in a line; the closed ones by how they ended. What was destroyed is not among them. */
export function FigureLine({ figures: { unopened, late, inHand, closed, outcomes, spam } }: { figures: ReportDeskFigures }) {
  const all = [
    ['没受理', unopened],
    ['过了日子', late],
    ['在办', inHand],
    ['今年办结（没销毁的）', closed],
    ...(spam > 0 ? [['不是举报（没销毁的）', spam] as const] : []),
  ] as const
  return (
    <dl id="report-figures" className="report-figures">
      {all.map(([name, count]) => (
        <div key={name} className={`report-figures__one${name === '过了日子' && count > 0 ? ' report-figures__one--late' : ''}`}>
          <dt>{name}</dt>
          <dd className="report-figures__count">{count}</dd>
          {name.startsWith('今年') &&
            outcomes.map((one) => <dd key={one.outcome} className="table__note">{`${reportOutcomeNames[one.outcome]} ${one.count}`}</dd>)}
        </div>
      ))}
    </dl>
  )
}
