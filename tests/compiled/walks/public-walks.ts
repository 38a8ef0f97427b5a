import type { StartPhone } from './own-walks'
import type { Phone } from '../programs/phone'
import { answered, place, publicCounty } from './public-county'
import { article } from '../programs/replies'
import { given, noNetwork } from '../programs/wire'

/** What anybody does who is not signed in: the same walks on WeChat and on Alipay. */

/** From the column to what means the same as the words, and to where nothing is found. */
export async function searches(start: StartPhone): Promise<Phone> {
  const phone = start(publicCounty())
  phone.launch()
  await phone.tap('see-policy')
  await phone.sees('有效到 2027年12月31日')
  await phone.tap('search-entry')
  await phone.input('search-words', '飞机票')
  await phone.tap('search')
  await phone.sees('没有找到说“飞机票”的', '换个说法再找一次', '0577-00000000')
  await phone.input('search-words', '低收入')
  await phone.tap('search')
  await phone.sees('说“低收入”的，找到 1 篇', '也找了：低保、最低生活保障', article.title)
  await phone.tap('article-minimum-living')
  await phone.sees(...article.body)
  return phone
}

/** Reads an article, passes it on, and says that it was not understood. */
export async function doesNotUnderstand(start: StartPhone): Promise<Phone> {
  const phone = start(publicCounty())
  phone.storage.set('session', 'farmers-session')
  phone.launch({ path: 'bulletin/article/index', query: { id: 'minimum-living' } })
  await phone.sees('看懂了吗？', '发给家人、邻居')
  await phone.tap('not-understood')
  await phone.sees('谢谢告诉我们', '0577-00000000')
  return phone
}

/** A suggestion from the place's page: first the net is gone, then the programme, and what was written is still sent; then the answer. */
export async function suggests(start: StartPhone): Promise<Phone> {
  const phone = start({ ...publicCounty(), 'bulletin.suggest': () => noNetwork })
  phone.launch({ path: 'bulletin/place/index', query: { place } })
  await phone.sees('南田镇武阳村')
  await phone.tap('suggest')
  await phone.sees('说的是：南田镇武阳村')
  await phone.input('suggest-words', '村口的路灯坏了三个月')
  await phone.input('suggest-contact', '16000000009')
  await phone.tap('send-suggestion')
  await phone.sees('还没有送出去，写的还在。', '请连上网再试一次')
  phone.answers['bulletin.suggest'] = publicCounty()['bulletin.suggest']
  phone.launch({ path: 'bulletin/suggest/index', query: { place } })
  await phone.sees('写了 10 字')
  await phone.tap('send-suggestion')
  await phone.sees('送到了，这是回执号', 'ABCDEFGHJKMN', '最迟 10月17日 转给管这件事的单位')
  await phone.tap('copy-receipt')
  await phone.sees('已经复制')
  await phone.tap('receipt-written')
  await phone.tap('receipt-written-sure')
  await phone.sees('写了 0 字')
  phone.launch({ path: 'bulletin/column/index', query: { column: 'suggestion' } })
  await phone.sees('自来水什么时候通到岭脚？', '十一月底前。', '收到意见 12 件，答复 9 件')
  await phone.tap('find-answer')
  await phone.input('suggestion-receipt', 'abcd efgh-jkmn')
  await phone.tap('find-suggestion')
  await phone.sees('收到了', '最迟 10月17日 转给管这件事的单位')
  phone.answers['bulletin.suggestion'] = () => given(answered)
  await phone.tap('find-suggestion')
  await phone.sees('答复了', '县农业农村局10月19日答复：路灯已经修好。')
  return phone
}
