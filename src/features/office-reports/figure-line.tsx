import type { Figures } from './figures'

/** Four figures in a line; the closed ones by how they ended. */
export function FigureLine({ figures: { unopened, late, inHand, closed, outcomes } }: { figures: Figures }) {
  const all = [['没打开', unopened], ['过了日子', late], ['在办', inHand], ['今年办结（没销毁的）', closed]] as const
  return (
    <dl id="report-figures" className="report-figures">
      {all.map(([name, count]) => (
        <div key={name} className={`report-figures__one${name === '过了日子' && count > 0 ? ' report-figures__one--late' : ''}`}>
          <dt>{name}</dt>
          <dd className="report-figures__count">{count}</dd>
          {name.startsWith('今年') && outcomes.map((outcome) => <dd key={outcome.name} className="table__note">{`${outcome.name} ${outcome.count}`}</dd>)}
        </div>
      ))}
    </dl>
  )
}
