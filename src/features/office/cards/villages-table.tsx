import type { CardVillages } from '#contract/office/cards'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { Table, type Column } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'

type Counted = CardVillages['villages'][number]

interface Props {
  counted: CardVillages
  /** '' for the first that is served. */
  town: string
  onTown: (code: string) => void
  onOpen: (village: string) => void
}

/** The villages of a town with how many cards are how far. */
export function VillagesTable({ counted: { towns, villages, lateAfterDays }, town, onTown, onOpen }: Props) {
  const sum = (of: (village: Counted) => number): number => villages.reduce((all, village) => all + of(village), 0)
  const number = (id: keyof Counted & ('without' | 'asked' | 'printed' | 'late' | 'handed'), title: string): Column<Counted> => ({
    ...{ id, title, numeric: true },
    cell: (village) => village[id],
  })
  const columns: Column<Counted>[] = [
    { id: 'village', title: '村', cell: ({ name }) => name },
    number('without', '没有码（人）'),
    number('asked', '等印（张）'),
    number('printed', '印好等发（张）'),
    number('late', '其中拖着没发（张）'),
    number('handed', '发到手了（张）'),
    {
      id: 'do',
      title: '办理',
      cell: ({ code, name }) => (
        <Press id={`cards-open-${code}`} name={`打开${name}`} onPress={() => onOpen(code)}>
          打开
        </Press>
      ),
    },
  ]
  return (
    <>
      {towns.length > 1 && (
        <div className="filters">
          <SelectBox
            id="cards-town"
            label="乡镇"
            options={towns.map(({ code, name }) => ({ id: code, label: name }))}
            value={town === '' ? towns[0]!.code : town}
            onChange={onTown}
          />
        </div>
      )}
      <p className="room-words">
        {`数的是人和卡的张数，没有名字。印好超过 ${lateAfterDays} 天没记下发到谁手里的，算“拖着没发”，会出预警。`}
      </p>
      {villages.length === 0 ? (
        <Empty>这里没有归本单位管的村。</Empty>
      ) : (
        <Table
          id="card-villages"
          name="各村的卡"
          columns={columns}
          rows={villages}
          keyOf={({ code }) => code}
          warm={({ late }) => late > 0}
          total={[
            '合计',
            sum((of) => of.without),
            sum((of) => of.asked),
            sum((of) => of.printed),
            sum((of) => of.late),
            sum((of) => of.handed),
            '',
          ]}
        />
      )}
    </>
  )
}
