import { categoryName } from '#domain/county/categories'
import { countHouseholds, readPeople, shownName, stillThere, type PersonRow } from './people'
import { tableKind, type Column } from './table-kind'

/** What stands once for a household, in the row of its first member, as registers are kept. */
const once =
  (cell: Column<PersonRow>['cell']): Column<PersonRow>['cell'] =>
  (row, reading) =>
    row.isFirst ? cell(row, reading) : null

/** 在册名册: households, each with its people below, headed so that it can be taken in again as the register that it is. */
export const registerList = tableKind<PersonRow>({
  name: '在册名册',
  what: '一户一户排，家里人跟在后面，有户数、人数、月保障金合计',
  unit: '户',
  ofTime: false,
  columns: [
    { id: 'number', heading: ['序号'], width: 7, kind: 'count', cell: once(({ number }) => number) },
    { id: 'town', heading: ['乡镇'], width: 12, kind: 'text', cell: once(({ townName }) => townName) },
    { id: 'village', heading: ['村'], width: 14, kind: 'text', cell: once(({ villageName }) => villageName) },
    {
      id: 'head',
      heading: ['户主', '姓名'],
      width: 12,
      kind: 'text',
      cell: once(({ home }, reading) => shownName(reading, home.headName)),
    },
    {
      id: 'head-id',
      field: 'id-number',
      heading: ['户主', '身份证号'],
      width: 22,
      kind: 'text',
      cell: ({ headIdNumber }) => headIdNumber ?? null,
    },
    {
      id: 'category',
      part: 'policies',
      heading: ['类别'],
      width: 12,
      kind: 'text',
      cell: once(({ home }, { on }) => categoryName(on.county, home.category)),
    },
    {
      id: 'certificate',
      part: 'policies',
      heading: ['低保证号'],
      width: 16,
      kind: 'text',
      cell: once(({ home }) => home.certificateNo || null),
    },
    { id: 'since', part: 'policies', heading: ['起始年月'], width: 11, kind: 'day', cell: once(({ home }) => home.startMonth) },
    {
      id: 'monthly',
      part: 'money',
      heading: ['月保障金（元）'],
      width: 14,
      kind: 'money',
      totalled: true,
      cell: once(({ home }) => home.monthlyFen),
    },
    {
      id: 'people',
      part: 'members',
      heading: ['人数'],
      width: 7,
      kind: 'count',
      totalled: true,
      cell: once(({ home }) => stillThere(home).length),
    },
    {
      id: 'member',
      part: 'members',
      heading: ['成员', '姓名'],
      width: 12,
      kind: 'text',
      cell: ({ member }, reading) => shownName(reading, member.name),
    },
    {
      id: 'id-number',
      part: 'members',
      field: 'id-number',
      heading: ['成员', '身份证号'],
      width: 22,
      kind: 'text',
      cell: ({ idNumber }) => idNumber ?? null,
    },
    { id: 'relation', part: 'members', heading: ['与户主关系'], width: 11, kind: 'text', cell: ({ member }) => member.relation },
    { id: 'phone', field: 'phone', heading: ['联系电话'], width: 15, kind: 'text', cell: ({ phone }) => phone ?? null },
  ],
  count: countHouseholds,
  read: readPeople,
})
