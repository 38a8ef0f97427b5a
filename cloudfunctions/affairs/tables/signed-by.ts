import type { Table } from '#domain/tables/table'
import type { Caller } from '#kernel/access/authorize'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'

/** Who makes a table, when, and the mark at its foot: with the number, the record of its being taken is found again. */
export function signedBy(
  { moment, requestId }: Pick<On, 'moment' | 'requestId'>,
  { staff }: Pick<Caller, 'staff'>,
): Pick<Table, 'unit' | 'madeBy' | 'madeOn' | 'mark'> {
  const { name, agency } = staff!
  return {
    unit: agency,
    madeBy: name,
    madeOn: moment.today,
    mark: `${agency} ${name} 于 ${countyTime(moment.iso).day} 导出，编号 ${requestId}。内部使用，用完请删掉`,
  }
}
