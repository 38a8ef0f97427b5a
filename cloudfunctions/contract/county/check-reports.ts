import type { County } from '#domain/county/county'
import { isPublicKey, keyId } from '#domain/sealing/sm2-keys'
import { once, type Path, type Report } from './faults'

/** Every kind of report and everybody it may be about has an office, and every office keys that are keys. */
export function checkReports({ agencies, reports: { offices, categories, subjects } }: County, report: Report): void {
  const known = new Set(offices.map(({ id }) => id))
  const leads = (path: Path, office: string | undefined) => {
    if (office !== undefined && !known.has(office)) report(path, `没有编号是“${office}”的举报受理单位`, '请改成 offices 里已有的编号')
  }
  subjects.forEach(({ office }, i) => leads(['reports', 'subjects', i, 'office'], office))
  categories.forEach(({ office }, i) => leads(['reports', 'categories', i, 'office'], office))
  offices.forEach(({ agency }, i) => {
    if (!agencies.some(({ id }) => id === agency))
      report(
        ['reports', 'offices', i, 'agency'],
        `机构“${agency}”不在 agencies.json 里`,
        '请改成已有的机构编号，或者在 agencies.json 里补上',
      )
  })
  offices.forEach(({ keys }, i) =>
    keys.forEach(({ id, publicKey }, k) => {
      if (!isPublicKey(publicKey))
        report(['reports', 'offices', i, 'keys', k, 'publicKey'], '不是一把 SM2 公钥', '请把“举报钥匙”页面上给出的那一行原样抄来')
      else if (keyId(publicKey) !== id)
        report(['reports', 'offices', i, 'keys', k, 'id'], `编号 ${id} 不是这把公钥的`, '请把“举报钥匙”页面上给出的那一行原样抄来')
    }),
  )
  if (offices.length > 0 && (categories.length === 0 || subjects.length === 0))
    report(['reports'], '开通了举报，却没有类别（categories）或者对象（subjects）', '请补上')
  once(
    offices.map(({ id }, i) => [['reports', 'offices', i, 'id'], id]),
    '受理单位编号',
    report,
  )
  once(
    offices.map(({ agency }, i) => [['reports', 'offices', i, 'agency'], agency]),
    '受理单位的机构',
    report,
  )
  once(
    offices.flatMap(({ keys }, i) =>
      keys.map(({ publicKey }, k): [Path, string] => [['reports', 'offices', i, 'keys', k, 'publicKey'], publicKey]),
    ),
    '举报公钥',
    report,
  )
  once(
    categories.map(({ id }, i) => [['reports', 'categories', i, 'id'], id]),
    '类别编号',
    report,
  )
  once(
    subjects.map(({ id }, i) => [['reports', 'subjects', i, 'id'], id]),
    '对象编号',
    report,
  )
}
