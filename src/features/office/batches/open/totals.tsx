import type { BatchFile } from '#contract/office/batches'
import { sumFen, yuan } from '#domain/money/money'
import { Table } from '../../../../ui/desk/table'
import { Heading } from '../../../../ui/read/heading'

type Sum = BatchFile['states'][number] | BatchFile['programmes'][number]

/** By programme, and by how the lines stand: each adds up to all of them. */
export const Totals = ({ file: { programmes, states } }: { file: BatchFile }) => (
  <div className="sheets">
    <Sums id="batch-programmes-sums" name="按项目" what="项目" sums={programmes} />
    <Sums id="batch-states-sums" name="按到哪一步" what="到哪一步" sums={states} />
  </div>
)

function Sums({ id, name, what, sums }: { id: string; name: string; what: string; sums: readonly Sum[] }) {
  const lines = sums.reduce((sum, one) => sum + one.lines, 0)
  const all = sumFen(sums.map(({ fen }) => fen))
  return (
    <section className="sheet" aria-label={name}>
      <Heading level={2}>{name}</Heading>
      <Table
        id={id}
        name={name}
        columns={[
          { id: 'name', title: what, cell: (sum) => sum.name },
          { id: 'lines', title: '行', numeric: true, cell: (sum) => sum.lines.toLocaleString('zh-CN') },
          { id: 'fen', title: '金额（元）', numeric: true, cell: ({ fen }) => yuan(fen) },
        ]}
        rows={sums}
        keyOf={(sum) => sum.name}
        total={['合计', lines.toLocaleString('zh-CN'), yuan(all)]}
      />
    </section>
  )
}
