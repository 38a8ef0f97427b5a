import { listWithout3, ownCounty, workerCounty } from './own-county'
import type { Phone } from '../programs/phone'
import { token } from '../programs/replies'
import { given, refused, type Answers } from '../programs/wire'

/** What a farmer does about their own file, and a grid worker for them: the same walks on WeChat and on Alipay. */

/** How a platform starts a phone with these answers. */
export type StartPhone = (answers: Partial<Answers>) => Phone

/**
 * From a stranger's card to the own file: six digits, a grid worker who has not confirmed yet, and then has. `session`: what a
 * platform without a voucher is given.
 */
export async function binds(start: StartPhone, session?: string): Promise<Phone> {
  let bound = false
  const phone = start({
    ...ownCounty(() => bound),
    'identity.bindStart': () => given({ code: '482913', until: '2026-10-12T00:40:00.000Z', minutes: 10, ...(session && { session }) }),
  })
  phone.launch({ path: 'pages/code/index', query: { token } })
  await phone.tap('i-am-family')
  await phone.tap('bind-myself')
  await phone.input('id-tail', '1123X')
  await phone.input('phone-tail', '0001')
  await phone.tap('bind-start')
  await phone.sees('身份证号的最后 6 位')
  await phone.input('id-tail', '01123x')
  await phone.tap('bind-start')
  await phone.sees('482913', '请让网格员扫您的卡，再输入这 6 个数字', '还有 10 分钟过期', '如果对不上，请到村便民服务中心办')
  await phone.tap('bound-check')
  await phone.sees('网格员还没有核对好')
  bound = true
  await phone.tap('bound-check')
  await phone.until(() => phone.route === 'household/file/index', 'the household’s file')
  await phone.sees('陈阿公一家', '我家的信息，我做主')
  return phone
}

/** Tried too often: the county's words, and what was typed is still sent the next time. */
export async function triesTooOften(start: StartPhone): Promise<Phone> {
  const words = '今天试的次数太多了。请明天再来，或到村便民服务中心办。'
  const phone = start({ ...ownCounty(() => false), 'identity.bindStart': () => refused('not-allowed', words) })
  phone.launch({ path: 'household/bind/index', query: { token } })
  await phone.input('id-tail', '01123X')
  await phone.input('phone-tail', '0001')
  await phone.tap('bind-start')
  await phone.sees(words)
  phone.answers['identity.bindStart'] = () => given({ code: '482913', until: '2026-10-12T00:40:00.000Z', minutes: 10 })
  await phone.tap('bind-start')
  await phone.sees('482913')
  return phone
}

/** Reads who looked, complains of one, and the next day finds that one is missing. */
export async function readsLooks(start: StartPhone): Promise<Phone> {
  const phone = start(ownCounty())
  phone.launch({ path: 'household/looks/index' })
  await phone.sees(
    '记录从第 1 次到第 4 次，一次不少',
    '存证号 a1b2c3d4',
    '紧急查询',
    '看到完整的：电话',
    '没让看',
    '为什么：巡访，征得本人同意',
    '看了什么：帮扶的人、家里人',
    '本人和家人最近看过 1 次',
  )
  await phone.tap('wrong-look-1')
  await phone.tap('complain-look-1')
  await phone.sees('请写几个字')
  await phone.input('words-look-1', '那天没人来过我家')
  await phone.tap('complain-look-1')
  await phone.sees('已送到 县纪委监委。答复会写在“我的更正和投诉”里。')
  phone.answers['household.looks'] = () => given(listWithout3)
  phone.launch({ path: 'household/looks/index' })
  await phone.sees('和上次看到的不一样：第 3 次不见了', '0577-00000000')
  return phone
}

/** Lets a relative look at part of the file. */
export async function allowsRelative(start: StartPhone): Promise<Phone> {
  const phone = start(ownCounty())
  phone.launch({ path: 'household/proxies/index' })
  await phone.sees('还没有让家人看')
  await phone.tap('add-proxy')
  await phone.tap('allow')
  await phone.sees('请写家人的姓名')
  await phone.input('proxy-name', '陈小妹')
  await phone.input('proxy-relation', '女儿')
  await phone.tap('proxy-part-members')
  await phone.tap('proxy-term-1')
  await phone.sees('到11月12日自己停')
  await phone.tap('allow')
  await phone.sees('ABCDEFGHJKMN', '10月13日 08:30前在家人手机的“我的”里输入')
  return phone
}

/** From the file to 我的钱: one tap, who has been told until when; and the answer to an earlier request. */
export async function tellsWhatHasNotCome(start: StartPhone): Promise<Phone> {
  const phone = start(ownCounty())
  phone.launch({ path: 'household/mine/index' })
  await phone.tap('tell-p2')
  await phone.sees('陈阿公一家的钱', '未到 · 户名不符', '今年（2026年）该领 1,774.50 元，到账 1,524.50 元，还没到 250 元。')
  await phone.tap('say-p2')
  await phone.tap('say-p2-not-received')
  await phone.sees('您10月12日说：没收到', '已告诉县残联，最晚10月22日答复')
  await phone.tap('from-p2')
  await phone.sees('《残联.xls》“十月”第 7 行')
  return phone
}

/** A grid worker confirms the phone of a child: wrong digits first, then a guardian is asked for. */
export async function confirmsChild(start: StartPhone): Promise<Phone> {
  const wrong = '对不上：6 个数字、卡或填的内容有一样不对，或者过了时间。请看着农户的手机再输一遍。'
  const phone = start(
    workerCounty(({ code, guardian }) => {
      if (code !== '482913') return refused('not-found', wrong)
      return given(guardian ? { kind: 'bound', name: '陈**' } : { kind: 'guardian-needed', age: 12, under: 14 })
    }),
  )
  phone.launch({ path: 'pages/code/index', query: { token } })
  await phone.tap('confirm-phone')
  await phone.sees('先看人，再看身份证')
  await phone.input('digits', '482914')
  await phone.tap('confirm')
  await phone.sees(wrong)
  await phone.input('digits', '482913')
  await phone.tap('confirm')
  await phone.sees('这是 12 岁的孩子')
  await phone.input('guardian-name', '李芳')
  await phone.input('guardian-relation', '母亲')
  await phone.tap('confirm')
  await phone.sees('已给 陈** 绑好')
  return phone
}
