/** What is wrong with a row and how to mend it, in words for the officer who gets it back. The codes are stable: others count by them. */

const mend = '改好后把这一行重新报送'

const faults = {
  id_missing: () => `身份证号是空的。请补上，${mend}。`,
  id_check_digit: (_, raw) => `身份证号 ${raw} 的校验码不对，多半写错了一位。请对照身份证改正，${mend}。`,
  id_characters: (_, raw) => `身份证号“${raw}”里有不该有的字符。请对照身份证改正，${mend}。`,
  id_birth_date: (_, raw) => `身份证号 ${raw} 里的出生日期不存在。请对照身份证改正，${mend}。`,
  id_precision_lost: (_, raw) => `身份证号被表格当成了数字（${raw}），后几位已经丢失，没法恢复。请把这一列设成“文本”，重新填写后报送。`,
  id_garbled: () => `身份证号里有乱码。请用原来的系统重新导出（编码选 GB18030 或 UTF-8），再报送。`,
  name_missing: () => `姓名是空的。请补上，${mend}。`,
  name_garbled: (_, raw) => `姓名“${raw}”里有乱码，可能是生僻字没有存下来。请改正，${mend}。`,
  person_twice: (_, raw, detail) => `身份证号 ${raw} 在这份名册里已经出现过（${detail}）。一个人只能在一户，请核对后留一处，${mend}。`,
  household_missing: () => `上面没有户主信息，不知道这个人属于哪一户。请补上户主，${mend}。`,
  town_unknown: (_, __, detail) => `不认得乡镇“${detail}”。请改成县里的正式名称，${mend}；如是新的叫法，请先补进县资料包。`,
  category_unknown: (_, raw) => `不认得人员类别“${raw}”。请写低保、低边、特困或残疾，${mend}。`,
  amount_missing: (heading) => `“${heading}”是空的。请填上金额，${mend}。`,
  amount_not_a_number: (heading, raw) => `“${heading}”写的是“${raw}”，不是金额。请填数字，${mend}。`,
  amount_too_large: (heading, raw) =>
    `“${heading}”写的是“${raw}”，没有哪一户一次有这么多钱，多半是卡号、证件号或电话填错了列。请核对后改正，${mend}。`,
  amount_negative: (heading, raw) =>
    `“${heading}”写的是“${raw}”，是负数，不能这样发。要扣回多发的钱，请在这一期的金额里减去，${mend}；没有要发的，请删去这一行。`,
  receipt_negative: (heading, raw) =>
    `“${heading}”写的是“${raw}”，是负数，不知道是退回、冲正还是写错了，没有算作到账。请问清银行，金额写正数，结果里写明“退汇”“冲正”这样的字，${mend}。`,
  amount_split: (heading, raw) =>
    `“${heading}”写的是“${raw}”，后面一格是另外半截，多半是千分号（,）把一个金额分成了两格，后面都错了一格，没有收。请去掉千分号，${mend}。`,
  posted_in_future: (heading, raw) => `“${heading}”写的“${raw}”还没到，没有算作到账。请问清银行到底哪天入账的，改正日期，${mend}。`,
  formula_without_value: (heading, raw) =>
    `“${heading}”是公式“${raw}”，文件里没有存下算出来的结果。请用 Excel 或 WPS 打开、保存一次（或把公式粘贴成数值），再报送。`,
  card_missing: () => `卡号是空的。请补上，${mend}。`,
  card_precision_lost: (_, raw) => `卡号被表格当成了数字（${raw}），后几位已经丢失，没法恢复。请把这一列设成“文本”，重新填写后报送。`,
  card_unreadable: (_, raw) => `卡号“${raw}”不是卡号。请核对后改正，${mend}。`,
  project_missing: () => `项目是空的，不知道发的是哪一笔钱。请补上，${mend}。`,
  result_missing: () => '没有结果码，也没有结果说明，不知道到没到账。请银行补上后重新发来。',
  helper_missing: () => `帮扶干部是空的。请补上，${mend}。`,
  doctor_missing: () => `签约医生是空的。请补上，${mend}。`,
  year_missing: () => `不知道是哪一年的分红。请填年度，${mend}。`,
  spare_sheet: (_, __, detail) =>
    `这一行在隐藏的工作表“${detail}”里，那张表大半是别的表的备份，内容却不一样，不知道以哪个为准，没有收。请删掉备份表，或者取消隐藏、改好后重新报送。`,
  month_unknown: () => `这份表里有几个月，不知道这一行是哪个月的。请在“属期”或“发放月份”里写上 2026年10月 这样的月份，${mend}。`,
  event_missing: () => `没有写是死亡还是迁移，表名、列名里也看不出。请在“业务类型”里写上，${mend}。`,
  event_unknown: (heading, raw) => `不认得“${heading}”里的“${raw}”，不知道是死亡、迁出还是别的。请写死亡、迁出、迁入这样的字，${mend}。`,
  event_two: () => `死亡日期和迁移日期都填了，不知道说的是哪一件。请分两行写，${mend}。`,
  period_unknown: () => `不知道这笔费用是哪几个月的。请在表名里写上“2026年1-9月”，或在表里加一列所属月份，再导入。`,
  project_nameless: () => `项目编号和项目名称都是空的，不知道是哪个项目。请补上，${mend}。`,
  project_number_lost: (_, raw) => `项目编号被表格当成了数字（${raw}），后几位已经丢失。请把这一列设成“文本”，重新填写后报送。`,
  project_ambiguous: (_, raw, detail) => `没有项目编号，叫“${detail || raw}”的项目有好几个，不知道是哪一个。请写上项目编号，${mend}。`,
  project_differs: (heading, raw, detail) =>
    `“${heading}”写的是“${raw}”，同一个项目${detail}，不知道以哪个为准。请核对后改成一样的，${mend}。`,
  list_period_unknown: (heading, raw) =>
    `${raw === '' ? '不知道这一行是哪一期的' : `“${heading}”写的“${raw}”看不懂`}。请写上 2026年10月、2026年第三季度、2026年秋季学期、2026年 这样的时间，${mend}。`,
  allowance_unknown: (_, raw) =>
    `${raw === '' ? '只有一个金额' : `补贴类别写的是“${raw}”`}，不知道是生活补贴还是护理补贴。请写“困难残疾人生活补贴”或“重度残疾人护理补贴”，${mend}。`,
  amount_a_month: (heading) => `“${heading}”是每月的标准，不知道这一期一共发多少。请写上发放月数和合计（或本期金额），${mend}。`,
  reason_missing: () => `退出原因是空的。请补上，${mend}。`,
  date_missing: (heading) => `“${heading}”是空的。请补上日期，${mend}。`,
  date_unreadable: (heading, raw) => `“${heading}”写的“${raw}”看不懂。请写成 2026-10-12 这样，${mend}。`,
  date_impossible: (heading, raw) => `“${heading}”写的“${raw}”在日历上没有。请改正，${mend}。`,
  date_in_future: (heading, raw) => `“${heading}”写的“${raw}”还没到。请核对后改正，${mend}。`,
} satisfies Record<string, (heading: string, raw: string, detail?: string) => string>

export type FaultCode = keyof typeof faults | `id_length_${number}`

/** The reason of a quarantined row. `raw` is what stood in the cell. */
export function sayFault(code: FaultCode, heading: string, raw: string, detail?: string): string {
  const length = /^id_length_(\d+)$/.exec(code)?.[1]
  if (length === '15') return `身份证号 ${raw} 是 15 位的旧号。请查到 18 位新号，${mend}。`
  if (length) return `身份证号 ${raw} 有 ${length} 位，应是 18 位。请对照身份证改正，${mend}。`
  const say: (heading: string, raw: string, detail?: string) => string = faults[code as keyof typeof faults]
  return say(heading, raw.slice(0, 60), detail)
}

const warnings = {
  duplicate_row: (detail) => `这一行与${detail}一模一样，只算一次。请核对是不是抄重了；确实要发两笔，请让两行的序号不同。`,
  in_other_file: (detail) => `同一个人、同一笔钱在${detail}里也有，两边都收下了。请核对是不是重复发放。`,
  also_told: (detail) => `同一个人、同一件事在${detail}里也有，两边都收下了。请核对说的是不是一样。`,
  registered_before: (detail) => `登记的日子比发生的日子还早（${detail}）。请核对日期。`,
  only_registered_day: (detail) => `表里没有发生的日期，先用“${detail}”，这一整张表都是这样。请核对，或请报送单位补上发生日期。`,
  parts_do_not_add_up: (detail) => `各项相加不等于总数（${detail}）。已照表上的收下，请核对。`,
  self_more_than_total: (detail) => `个人自付比总费用还多（${detail}）。已照表上的收下，请核对是不是填错了列。`,
  number_unreadable: (detail) => `${detail}，看不懂，没有收下这个数。`,
  progress_unreadable: (detail) => `进度写的是“${detail}”，不知道是百分之几，只照原文收下。请写 78% 这样。`,
  days_reversed: (detail) => `完工的日子在开工以前（${detail}）。请核对日期。`,
  part_missing: (detail) => `这份台账里没有“${detail}”，这一部分先空着。如果有，请一起报送。`,
  project_not_in_basics: (detail) => `项目“${detail}”在基本信息里没有，先按这一行收下。请核对项目编号，或补进基本信息。`,
  project_also_told: (detail) => `这个项目在${detail}里也有，两边都收下了。请核对是不是同一个项目报了两处。`,
  project_alone: (detail) => `项目“${detail}”只有这一张表里有，别的表里都没有。请核对项目编号。`,
  project_text_differs: (detail) => `同一个项目两处写得不一样（${detail}），先用前面的。请核对。`,
  result_unknown: (detail) =>
    `银行的结果写的是“${detail}”，不在这家银行的清单里，先记作“待核对”，没有算作到账。请问清银行，把这个说法补进县资料包的 banks.json 后重新导入。`,
  totals_differ: (detail) => `${detail}。已照各行收下；请与银行核对是不是少发来了几行，补齐以后再发一份。`,
  id_with_words: (detail) => `身份证号一格里还写着“${detail}”，只收下了号码，这几个字没有收下。请核对。`,
  name_differs: (detail) => `姓名和别的名册不一样（${detail}）。请核对身份证，改对以后重新报送。`,
  name_unlike: (detail) => `姓名写的是“${detail}”，不像一个完整的姓名，先照写的收下。请核对，改对以后重新报送。`,
  hidden_row: () => '这一行在表里是隐藏的，已经收下。请核对是不是该有这一行。',
  member_count_differs: (detail) => `保障人数与实际列出的人数不一样（${detail}）。请核对有没有漏人。`,
  gender_differs_from_id: (detail) => `性别与身份证号不一致（${detail}）。请核对身份证号。`,
  birth_differs_from_id: (detail) => `出生日期与身份证号不一致（${detail}）。请核对身份证号。`,
  date_missing: (detail) => `${detail}没有填。`,
  date_unreadable: (detail) => `${detail}，看不懂，没有收下日期。`,
  date_impossible: (detail) => `${detail}，日历上没有这一天，没有收下日期。`,
  date_in_future: (detail) => `${detail}，那一天还没到。请核对。`,
  amount_negative: (detail) => `${detail}，是负数。已照写的收下，请核对是不是扣回的钱，还是多写了一个负号。`,
  amount_below_fen: (detail) => `${detail} 收下：不足一分的零头发不出去。请核对。`,
  amount_missing: (detail) => `“${detail}”没有填，按 0 收下。`,
  disability_cert_not_from_id: (detail) => `残疾证号（${detail}）不是从这个身份证号来的。请核对是不是抄错了证号，或者写了别人的证。`,
  disability_cert_precision_lost: (detail) =>
    `残疾证号被表格当成了数字（${detail}），后几位已经丢失，证号没有收下。请把这一列设成“文本”，重新填写。`,
  area_x_price_not_amount: (detail) => `亩数乘单价不等于金额（${detail}），先按金额收下。请核对是哪一个写错了。`,
  phone_length: (detail) => `联系电话的位数不对（${detail}），这个号码没有收下。请核对后改正。`,
  phone_unreadable: (detail) => `联系电话“${detail}”不是电话号码，没有收下。`,
  place_unknown: (detail) => `不认得“${detail}”这个地方。请核对乡镇和村名。`,
  programme_unknown: (detail) => `县资料包里没有“${detail}”这个项目，先按原名收下。请核对，或补进县资料包。`,
  column_not_read: (detail) =>
    `“${detail}”这一列没有认出来，里面的内容没有收下。如果要用，请改成常用的表头，或在县资料包的 columns.json 里补上这个叫法，再导入。`,
  sheet_not_read: (detail) => `工作表“${detail}”里没有认出同一种表，没有导入。请核对里面有没有数据。`,
} satisfies Record<string, (detail: string) => string>

export type WarningCode = keyof typeof warnings

export const sayWarning = (code: WarningCode, detail = ''): string => warnings[code](detail)
