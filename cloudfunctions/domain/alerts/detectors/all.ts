import type { AlertWord } from '../finding'

/** What there is to be known of a detector without running it. */
interface DetectorFacts {
  word: AlertWord
  /** What it is called in a list. */
  name: string
  /** What it looks for, in one sentence: an officer who doubts an alert reads this first. */
  looksFor: string
}

/** Every detector there is. A new one is a line here, its rule beside, and how its facts are brought in affairs/alerts/detectors. */
export const detectors = {
  duplicate_payment: {
    word: '错',
    name: '同一笔钱排了两次',
    looksFor: '发放计划里，同一个人、同一个项目、同一个所属期，排了不止一次。补发以前月份的，所属期不同，不算。',
  },
  not_on_register: {
    word: '错',
    name: '不在名册上，排了低保金',
    looksFor: '发放计划里有低保金，人不在低保名册的任何一户里。',
  },
  account_name_mismatch: {
    word: '错',
    name: '户名和人名对不上',
    looksFor: '发放计划里的银行户名不是这个人，也不是他家里人。间隔号写法不同的，算同一个名字。',
  },
  amount_mismatch: {
    word: '错',
    name: '排的钱和名册上的不一样',
    looksFor: '这个月排的低保金，和名册上的月保障金不相等。',
  },
  receipt_without_plan: {
    word: '错',
    name: '银行发了，计划里没有',
    looksFor: '银行回执里的一行，卡号和金额在发放计划里找不到。',
  },
  bank_failed: { word: '少', name: '银行退回，没有到账', looksFor: '银行回执说没有入账，后来也没有补发到账。' },
  plan_without_receipt: {
    word: '少',
    name: '排了，银行没有回音',
    looksFor: '发放计划里有，这个月的回执已经来了，里面没有这一笔。',
  },
  missing_payment: {
    word: '漏',
    name: '名册上有，没有排钱',
    looksFor: '名册上的低保户有月保障金，这个月的发放计划里没有他家的低保金。',
  },
  award_not_planned: {
    word: '漏',
    name: '名单上该领，没有排钱',
    looksFor:
      '残联、农业、教育这些单位的名单上该领的，同一个人、同一项、同一期，哪个月的发放计划里都没有。一份名单多半还没有排的，再等等。',
  },
  paid_after_death: {
    word: '错',
    name: '人去世以后还排了钱',
    looksFor: '公安、殡葬名单上已经去世的人，去世那个月以后的钱还排给他。去世当月的、跨过去世那天的一季一年的，还该发，不算。',
  },
  excluded_together: {
    word: '错',
    name: '不能同时领的，排在一起',
    looksFor: '同一个人，县包里写着不能同时领的两个项目，排了同一段时间的钱。发给户主的钱算户主的。只请人核对，钱不停。',
  },
  dead_on_register: { word: '错', name: '去世的人还在名册上', looksFor: '公安、殡葬名单上已经去世的人，还在名册上，没有办退出。' },
  moved_out_on_register: { word: '错', name: '迁出的人还在名册上', looksFor: '户籍已经迁出县的人，还在名册上，后来也没有迁回来。' },
  sources_differ: {
    word: '错',
    name: '几个部门说的不一样',
    looksFor: '同一个人的姓名、住哪个村、哪一类户、电话，几份文件写的不一样。间隔号、空格写法不同，写了镇没写村，都不算；没有写的不算。',
  },
  household_self_paid_over: {
    word: '漏',
    name: '在册户看病自付多',
    looksFor: '名册上的一户，全家一年看病自付的钱加起来，超过县包定的数。刚好等于的不算。',
  },
  new_poverty_risk: {
    word: '漏',
    name: '不在册，看病自付多，可能新致贫',
    looksFor: '不在名册上的一个人，一年看病自付的钱超过县包定的数。',
  },
  project_late: { word: '落', name: '项目过了完工期', looksFor: '项目台账写的那一天，计划完工的日子已经过了，还没有完工。' },
  project_funds_idle: {
    word: '落',
    name: '项目资金闲着',
    looksFor: '资金下达以后一分没有拨付、没有支出，过了县包定的天数。台账没有写的不算。',
  },
  project_paid_ahead_of_progress: {
    word: '落',
    name: '钱花得比进度快',
    looksFor: '支出占下达资金的比例，比形象进度快得超过县包定的数。',
  },
  above_the_line: {
    word: '错',
    name: '收入超过了标准，还在册',
    looksFor: '最近一年的收入核算，超过了这一类户的收入标准。收入缺一项、算不出的不算；说的是一年以前的不算。只是请人再核，钱不停。',
  },
  missed_inclusion: {
    word: '漏',
    name: '收入在标准以内，没有纳入',
    looksFor: '最近一年的收入核算，在低保标准以内，人却不在名册上，或者在册没有每月的保障金。收入不作数的类别（例如特困）不算。',
  },
  double_inclusion: { word: '错', name: '一户登记了两次', looksFor: '名册上的两户写着同一个保障证号。没有写证号的不算。' },
  nobody_paired: {
    word: '漏',
    name: '没有人结对',
    looksFor: '名册上的一户，结对帮扶名单里没有。一个镇的名单还不全的（没到县包定的比例），再等等。',
  },
  no_doctor: {
    word: '漏',
    name: '没有家庭医生',
    looksFor: '名册上的一户，家庭医生签约名单里一个人也没有。一个镇的名单还不全的（没到县包定的比例），再等等。',
  },
  no_code: { word: '漏', name: '没有码', looksFor: '名册上的一个人，没有能用的码。' },
  card_not_handed_over: {
    word: '漏',
    name: '卡印好了没发',
    looksFor: '卡印好以后，过了县包定的天数，还没有记下发到谁手里。一个村是一条；都发到手，它自己就关了。',
  },
  rows_sent_back: {
    word: '漏',
    name: '文件里有行退回',
    looksFor: '部门文件里有行没有收下，还没改好。一份文件、一种原因是一条；最后一行改好，它自己就关了。',
  },
  dividend_unpaid: {
    word: '少',
    name: '抱团的分红没有发',
    looksFor:
      '签了协议的户，一年过完，过了县包定的天数，分红表上没有他家；或者上一年的分红表上有、这一年的没有。一户也没有发的，一个项目一条。',
  },
  dividend_short: {
    word: '少',
    name: '抱团的分红比约定的少',
    looksFor: '签了协议的户，一年过完，过了县包定的天数，分红表上的钱比约定的（保底的）少。按本金、分红标准、在股的整月算。',
  },
  principal_not_returned: {
    word: '少',
    name: '退出抱团，本金过期没退清',
    looksFor: '退出批准以后，过了县包定的工作日，本金还没有退清。放假安排还没有公布的年份不猜，过了两倍的天数请人核。',
  },
  left_not_told: {
    word: '漏',
    name: '离开名册，抱团的事没告知',
    looksFor: '一户离开名册，过了县包定的天数，还在抱团项目里，也没有告知过。离开名册不等于退出抱团：先告知，再退出。',
  },
  signer_gone: {
    word: '漏',
    name: '抱团协议签字的人不在这一户了',
    looksFor: '签协议的人去世了，或者到了别的户。入股照旧、分红照发；请家里的成年人改签。记下改签的人，它自己就关了。',
  },
  scheme_household_twice: { word: '错', name: '一户在一个抱团项目里写了两次', looksFor: '同一个项目、同一年的分红表上，同一户不止一行。' },
  dividend_of_stranger: {
    word: '错',
    name: '给没入股的户分了红',
    looksFor: '分红表上的户，那一年以前已经退出，或者没有入股；登记过的项目，第一份分红表上没有、后来才有的户，也没有登记过入股。',
  },
  money_lying: {
    word: '少',
    name: '钱在县里放久了',
    looksFor: '资金到了县里，或者排进了计划，过了县包定的天数还没有交银行。一个项目、一个乡镇、一个月是一条；发出去了，它自己就关了。',
  },
  money_kept_back: {
    word: '少',
    name: '该发的钱被留下了',
    looksFor: '批次里发少了的、决定不发而按规则还该发的，过了县包定的天数还没有补上。',
  },
  batch_unanswered: {
    word: '少',
    name: '批次交了银行，没有回音',
    looksFor: '批次交给银行，过了县包定的天数，一行回执也没有来。',
  },
  refused_not_mended: {
    word: '少',
    name: '银行没入账，没有改好重发',
    looksFor: '批次里银行没有入账、退回、答复看不明白的，过了县包定的天数还没有改好重发，也没有定下不发。一个批次是一条。',
  },
  held_undecided: {
    word: '少',
    name: '先不发的，一直没有定',
    looksFor: '核对时“先不发”的，过了县包定的天数还没有定：照发还是不发。一个批次是一条。',
  },
  surplus_not_recovered: {
    word: '错',
    name: '发错的钱没有追完',
    looksFor: '已经开始追回的钱，过了县包定的天数，既没有追完，也没有定下追不回来。一个批次是一条。',
  },
  dispute_unanswered: {
    word: '少',
    name: '农户说钱不对，没有答复',
    looksFor: '农户说没收到、数目不对，到了答复的期限，还没有答复他。',
  },
  visit_overdue: {
    word: '漏',
    name: '该去走访，没有去',
    looksFor: '县里定的走访日子过了，没有走访记录。一名干部、一名医生是一条，网格员按村是一条；还没有人在这里记走访的镇，先不算。',
  },
  paired_on_paper: {
    word: '漏',
    name: '结对只在纸上',
    looksFor: '结对的户，过了县包定的天数，没有一次走访。一名干部是一条；还没有干部在这里记走访的镇，先不算。',
  },
  care_missed: {
    word: '漏',
    name: '探访关爱，到日子没有去',
    looksFor: '独居老人、留守儿童、要人照料的，县里定的日子过了，没有人去看。一户一条，有人去过，它自己就关了。',
  },
  visits_in_haste: {
    word: '漏',
    name: '走访写得太快，请别人再去一次',
    looksFor:
      '一次走访几秒就写完，同一分钟里好几户“无变化”，两个村相隔几分钟。数由县包定。不算谁的账，只请另外的人再去一次；去过了，它自己就关了。',
  },
  visit_denied: {
    word: '漏',
    name: '农户说没来过、说得不对',
    looksFor: '走访记了，这一户说没来过、说得不对，还没有答复他。交给纪检查，不交给走访的单位。',
  },
  too_many_households: {
    word: '漏',
    name: '一名干部结对太多户',
    looksFor: '结对名单上，一名帮扶干部在册的户超过县包定的数。',
  },
  no_successor: {
    word: '漏',
    name: '离岗了，没有人接手',
    looksFor: '帮扶干部、家庭医生的账号停了，名单上他的户还没有换人。',
  },
  need_unanswered: {
    word: '漏',
    name: '走访听到的需求，没有答复',
    looksFor: '走访时农户说的需求，到了答复的期限，管这件事的单位还没有答复：办好了，还是办不了。',
  },
  denial_unanswered: {
    word: '漏',
    name: '农户说走访不对，没有答复',
    looksFor: '农户说没来过、说得不对，到了答复的期限，还没有答复他。',
  },
  case_late: {
    word: '漏',
    name: '办件过了期限',
    looksFor: '认定、退出这些办件，到了期限这一步还没有办：没受理、没入户、没比对、没报批、没批、没告知、申诉没答复、观察期满没核查。',
  },
  plan_missing: {
    word: '漏',
    name: '没有帮扶计划',
    looksFor: '名册上的一户，进了名册过了县包定的天数，还没有两个人定下的“一户一策”。一个乡镇是一条；都定了，它自己就关了。',
  },
  plan_cause_unanswered: {
    word: '漏',
    name: '写了原因，没有措施',
    looksFor: '帮扶计划里的一个原因，没有一项对应的措施在办或者做成。到期了的阶段性原因不算。一个乡镇是一条。',
  },
  plan_measure_late: {
    word: '落',
    name: '帮扶措施过了日子',
    looksFor: '帮扶计划里的一项措施，过了写的日子，没有做成，也没有写不做了。一个乡镇、一个做的单位是一条。',
  },
  plan_review_late: {
    word: '落',
    name: '帮扶计划到期没有重看',
    looksFor:
      '帮扶计划满了一年；或者家里类别变了、有人去世迁移、需求到期没有答复、有原因到期，过了县包定的天数还没有重新定过。一个乡镇是一条。',
  },
} as const satisfies Record<string, DetectorFacts>

export type DetectorName = keyof typeof detectors
export const detectorNames = Object.keys(detectors) as [DetectorName, ...DetectorName[]]
