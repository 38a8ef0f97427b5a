import { categoryName } from '#domain/county/categories'
import { countHouseholds, readPeople, shownName, type PersonRow } from './people'
import { tableKind } from './table-kind'

/** 个人基本信息表: one person a row, everything about them in it. Sex and day of birth stand in the identity number, and come with it. */
export const personSheet = tableKind<PersonRow>({
  name: '个人基本信息表',
  what: '一人一行：住在哪里、是哪一类户、联系方式、谁在帮扶',
  unit: '户',
  ofTime: false,
  columns: [
    { id: 'number', heading: ['户序号'], width: 8, kind: 'count', cell: ({ number }) => number },
    { id: 'name', heading: ['姓名'], width: 12, kind: 'text', cell: ({ member }, reading) => shownName(reading, member.name) },
    { id: 'sex', field: 'id-number', heading: ['性别'], width: 6, kind: 'text', cell: ({ person }) => person?.sex ?? null },
    { id: 'birth', field: 'id-number', heading: ['出生日期'], width: 12, kind: 'day', cell: ({ person }) => person?.birth ?? null },
    { id: 'id-number', field: 'id-number', heading: ['身份证号'], width: 22, kind: 'text', cell: ({ idNumber }) => idNumber ?? null },
    { id: 'town', heading: ['住址', '乡镇'], width: 12, kind: 'text', cell: ({ townName }) => townName },
    { id: 'village', heading: ['住址', '村'], width: 14, kind: 'text', cell: ({ villageName }) => villageName },
    { id: 'head', heading: ['户主', '姓名'], width: 12, kind: 'text', cell: ({ home }, reading) => shownName(reading, home.headName) },
    { id: 'relation', part: 'members', heading: ['户主', '与户主关系'], width: 11, kind: 'text', cell: ({ member }) => member.relation },
    {
      id: 'category',
      part: 'policies',
      heading: ['类别'],
      width: 12,
      kind: 'text',
      cell: ({ home }, { on }) => categoryName(on.county, home.category),
    },
    { id: 'phone', field: 'phone', heading: ['联系电话'], width: 15, kind: 'text', cell: ({ phone }) => phone ?? null },
    { id: 'card', field: 'card', heading: ['银行卡号'], width: 24, kind: 'text', cell: ({ card }) => card ?? null },
    { id: 'cadres', part: 'helpers', heading: ['帮扶', '结对干部'], width: 24, kind: 'text', cell: ({ cadres }) => cadres ?? null },
    { id: 'doctors', part: 'helpers', heading: ['帮扶', '家庭医生'], width: 12, kind: 'text', cell: ({ doctors }) => doctors ?? null },
  ],
  count: countHouseholds,
  read: readPeople,
})
