import type { ComponentType } from 'react'
import type { DeskMe, DeskSection } from '#contract/office/desk'

/** What stands together in the menu. */
const groups = { data: '数据归集', money: '资金', cases: '办事', reports: '举报', public: '公开', people: '授权和人员' }
type Group = keyof typeof groups

interface Room {
  group: Group
  label: string
  /** What is done there, in one line. */
  purpose: string
  /** A line drawing of 24 × 24 beside its name. */
  icon: string
  /** Brings the room when it is first opened; the rooms of a group come in one file, so that none weighs on another's. */
  load: () => Promise<ComponentType<{ me: DeskMe }>>
}

/** Every room of the desk, in the order of the menu. A new one is a feature and an entry here. */
export const rooms: Record<DeskSection, Room> = {
  intake: {
    group: 'data',
    label: '收文件',
    purpose: '部门发来的表，先看清楚再导入',
    icon: 'M12 3v11M8 10l4 4 4-4M4 15v5h16v-5',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-data" */ '../../features/office/intake/intake').then(({ Intake }) => Intake),
  },
  refused: {
    group: 'data',
    label: '退回的行',
    purpose: '收不下的行，改好一行收一行',
    icon: 'M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-2',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-data" */ '../../features/office/refused/refused').then(
        ({ Refused }) => Refused,
      ),
  },
  funds: {
    group: 'money',
    label: '扶贫资金',
    purpose: '该发多少、到了多少、没到的在哪里',
    icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 8l4 5 4-5M12 13v5M9 14h6M9 16.5h6',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-money" */ './funds-room').then(({ FundsRoom }) => FundsRoom),
  },
  batches: {
    group: 'money',
    label: '批次',
    purpose: '发钱：编、核对、复核、报银行、重发',
    icon: 'M3 7h18v11H3zM7 3h10M5 5h14M12 15a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-money" */ './batches-room').then(({ BatchesRoom }) => BatchesRoom),
  },
  alerts: {
    group: 'cases',
    label: '预警',
    purpose: '对不上的、没到的、拖下来的、漏掉的',
    icon: 'M12 3l9 17H3zM12 10v5M12 17v1',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './alerts-room').then(({ AlertsRoom }) => AlertsRoom),
  },
  cases: {
    group: 'cases',
    label: '办件',
    purpose: '认定、退出、换类：核查、公示、批准',
    icon: 'M6 3h9l3 3v15H6zM9 9h6M9 13h6M9 17l1.5 1.5L14 16',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './cases-room').then(({ CasesRoom }) => CasesRoom),
  },
  register: {
    group: 'cases',
    label: '名册',
    purpose: '哪一天有多少人，进出是不是平',
    icon: 'M5 3h14v18H5zM9 3v18M12 8h4M12 12h4M12 16h4',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ '../../features/office/register/register').then(
        ({ RegisterRoom }) => RegisterRoom,
      ),
  },
  schemes: {
    group: 'cases',
    label: '抱团增收',
    purpose: '入股、分红、退出退本金，一个项目一页',
    icon: 'M12 12V4M12 4c3 0 5 2 5 5-3 0-5-2-5-5zM12 8c-3 0-5 2-5 5 3 0 5-2 5-5zM4 20h16M7 20c0-3 2-5 5-5s5 2 5 5',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './schemes-room').then(({ SchemesRoom }) => SchemesRoom),
  },
  plans: {
    group: 'cases',
    label: '一户一策',
    purpose: '每一户的帮扶计划：审批、记进展',
    icon: 'M4 11l8-7 8 7M6 10v10h12V10M9 14h6M9 17h4',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './plans-room').then(({ PlansRoom }) => PlansRoom),
  },
  look: {
    group: 'cases',
    label: '查阅',
    purpose: '凭授权看农户，每次都记下来',
    icon: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15 15l6 6',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './look-room').then(({ LookRoom }) => LookRoom),
  },
  tables: {
    group: 'cases',
    label: '表册',
    purpose: '凭授权做名册、信息表，带走要记下来',
    icon: 'M4 4h16v16H4zM4 9h16M4 14h16M10 4v16',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ '../../features/office/tables/tables').then(({ Tables }) => Tables),
  },
  requests: {
    group: 'cases',
    label: '办理',
    purpose: '农户要求更正的、投诉的、说钱不对的',
    icon: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4M14 20h6',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ './requests-room').then(({ RequestsRoom }) => RequestsRoom),
  },
  likenesses: {
    group: 'cases',
    label: '认人',
    purpose: '像是同一个人的两份记录，核对、合并、分开',
    icon: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20c0-4 3-6 6-6s6 2 6 6M10 20c0-4 3-6 6-6s6 2 6 6',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ '../../features/office/likenesses/likenesses').then(
        ({ Likenesses }) => Likenesses,
      ),
  },
  counter: {
    group: 'cases',
    label: '窗口',
    purpose: '来窗口的人：补卡、登记电话',
    icon: 'M3 5h18v14H3zM7 9h4v4H7zM14 10h4M14 13h4M7 16h11',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ '../../features/office/counter/counter').then(
        ({ Counter }) => Counter,
      ),
  },
  cards: {
    group: 'cases',
    label: '码',
    purpose: '一个村的卡：发码、印、发到手',
    icon: 'M3 6h18v12H3zM8 12l3 3 5-6',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-cases" */ '../../features/office/cards/cards').then(({ Cards }) => Cards),
  },
  reports: {
    group: 'reports',
    label: '举报',
    purpose: '封好的举报，插上钥匙才读得到',
    icon: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v5M12 16v1',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-reports" */ '../../features/office/reports/reports').then(
        ({ Reports }) => Reports,
      ),
  },
  suggestions: {
    group: 'public',
    label: '意见',
    purpose: '村民提的意见，分下去、答复',
    icon: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-public" */ '../../features/office/suggestions/suggestions').then(
        ({ Suggestions }) => Suggestions,
      ),
  },
  publish: {
    group: 'public',
    label: '发布',
    purpose: '写政策和动态，一人写一人审',
    icon: 'M4 10v4h4l8 5V5L8 10zM20 9v6M8 14l1 6h3',
    load: () => import(/* webpackMode: "lazy", webpackChunkName: "desk-public" */ './publish-room').then(({ PublishRoom }) => PublishRoom),
  },
  posters: {
    group: 'public',
    label: '海报',
    purpose: '各村海报被扫了多少次',
    icon: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-public" */ '../../features/office/posters/posters').then(
        ({ Posters }) => Posters,
      ),
  },
  grants: {
    group: 'people',
    label: '授权',
    purpose: '谁能看什么、到哪天',
    icon: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v4M17 12v3',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-people" */ '../../features/office/grants/grants').then(({ Grants }) => Grants),
  },
  staff: {
    group: 'people',
    label: '人员',
    purpose: '本单位用小康码的人',
    icon: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM17 11a3 3 0 1 0 0-5M2 20c0-4 3-6 6-6s6 2 6 6M16 14c3 0 6 2 6 6',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-people" */ '../../features/office/staff/staff').then(({ Staff }) => Staff),
  },
  monthly: {
    group: 'people',
    label: '月报',
    purpose: '本单位谁看了谁，每月一份',
    icon: 'M4 20h16M6 20v-6h3v6M11 20V9h3v11M16 20V5h3v15',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-people" */ '../../features/office/monthly/monthly').then(
        ({ MonthlyPaper }) => MonthlyPaper,
      ),
  },
  pledge: {
    group: 'people',
    label: '责任书',
    purpose: '用数据要守的规矩',
    icon: 'M6 3h9l4 4v14H6zM14 3v5h5M9 17c2-5 3-5 3-2s2 1 4 1',
    load: () =>
      import(/* webpackMode: "lazy", webpackChunkName: "desk-people" */ '../../features/office/pledge/pledge').then(({ Pledge }) => Pledge),
  },
}

/** The groups in which an officer has something, with those rooms. */
export const groupsOf = ({ sections }: DeskMe): { label: string; rooms: DeskSection[] }[] =>
  (Object.keys(groups) as Group[])
    .map((group) => ({ label: groups[group], rooms: order.filter((id) => rooms[id].group === group && sections.includes(id)) }))
    .filter((group) => group.rooms.length > 0)

const order = Object.keys(rooms) as DeskSection[]
