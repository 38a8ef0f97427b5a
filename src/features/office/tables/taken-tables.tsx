import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { TakenTable } from './taken-table'
import { useTaken } from './use-tables'

/** What was taken away lately: going on, there to be downloaded, or ended. */
export function TakenTables() {
  const query = useTaken()
  return (
    <WhenReady query={query} words="正在取导出过的表…">
      {({ exports }) =>
        exports.length > 0 && (
          <section aria-label="导出过的表">
            <Heading level={2}>导出过的表</Heading>
            <ul id="tables-taken" className="taken-tables">
              {exports.map((taken) => (
                <TakenTable key={taken.id} taken={taken} />
              ))}
            </ul>
          </section>
        )
      }
    </WhenReady>
  )
}
