import { likeFieldNames, likeFields, type Levels, type LikeField } from '#domain/people/alike/described'

type Agrees = 'same' | 'near' | 'differs' | 'unknown'

/** What each level says to whoever has to decide. */
const said: { [Field in LikeField]: Record<Levels[Field], [Agrees, string]> } = {
  id: {
    same: ['same', '一样'],
    slip: ['near', '只差一位'],
    cut: ['near', '前十五位一样，后面丢了'],
    born: ['near', '只有出生那一段不一样'],
    serial: ['differs', '最后四位不一样'],
    other: ['differs', '不一样'],
    missing: ['unknown', '有一份没有'],
  },
  name: {
    same: ['same', '一样'],
    sound: ['near', '读音一样，字不一样'],
    shape: ['near', '有一个字长得像'],
    key: ['near', '有一个字像是打错了一个键'],
    turned: ['near', '后两个字前后颠倒'],
    other: ['differs', '不一样'],
    missing: ['unknown', '有一份没有'],
  },
  birth: {
    same: ['same', '一样'],
    slip: ['near', '差一个数字，或者月和日颠倒'],
    near: ['near', '月、日一样，年份差几年'],
    other: ['differs', '不一样'],
    missing: ['unknown', '有一份没有'],
  },
  sex: { same: ['same', '一样'], other: ['differs', '不一样'], missing: ['unknown', '有一份没有'] },
  home: {
    same: ['same', '同一个村'],
    town: ['near', '同一个乡镇'],
    other: ['differs', '不在一个乡镇'],
    missing: ['unknown', '有一份没有写'],
  },
  phone: { same: ['same', '一样'], slip: ['near', '只差一位'], other: ['differs', '不一样'], missing: ['unknown', '有一份没有'] },
}

const saidOf = <Field extends LikeField>(field: Field, levels: Levels): [Agrees, string] => said[field][levels[field]]

/** Field by field, in words; never a number itself. */
export const fieldsOf = (levels: Levels): { field: LikeField; label: string; agrees: Agrees; words: string }[] =>
  likeFields.map((field) => {
    const [agrees, words] = saidOf(field, levels)
    return { field, label: likeFieldNames[field], agrees, words }
  })

/** 姓名、出生日期一样；身份证号最后四位不一样。 */
export function sayWhy(levels: Levels): string {
  const fields = fieldsOf(levels)
  const same = fields.filter(({ agrees }) => agrees === 'same').map(({ label }) => label)
  const others = fields.filter(({ agrees }) => agrees === 'near' || agrees === 'differs').map(({ label, words }) => `${label}${words}`)
  return [...(same.length > 0 ? [`${same.join('、')}一样`] : []), ...others].join('；')
}
