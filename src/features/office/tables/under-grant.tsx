import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import type { Category } from '#domain/register/register'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { WhenReady } from '../../../ui/read/when-ready'
import { MakeTable } from './make-table'
import { useTables } from './use-tables'

interface Props {
  grant: GrantRow
  categories: readonly { id: Category; name: string }[]
}

/** The tables that a grant allows, one of them open. */
export function UnderGrant({ grant, categories }: Props) {
  const query = useTables(grant.id)
  const [chosen, setChosen] = useState<string>()
  return (
    <WhenReady query={query} words="正在看能做哪些表…">
      {({ tables, places }) => {
        const table = tables.find(({ id }) => id === chosen) ?? tables[0]!
        return (
          <>
            <PickTabs name="哪一张表" tabs={tables.map(({ id, name }) => ({ id, label: name }))} open={table.id} onOpen={setChosen} />
            <MakeTable key={table.id} grant={grant} table={table} places={places} categories={categories} />
          </>
        )
      }}
    </WhenReady>
  )
}
