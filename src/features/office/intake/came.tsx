import type { ImportProgress } from '#contract/intake/actions'
import { Notice } from '../../../ui/read/notice'
import { ImportBar } from './import-bar'
import { ReasonsTable } from './reasons-table'
import { sayCounts, sayVersion } from './say-counts'

/** How far it is, or what became of it. */
export function Came({ now, fileName }: { now: ImportProgress | undefined; fileName: string }) {
  if (!now || now.state === 'waiting') return <ImportBar progress={now} />
  if (now.state === 'failed' || now.state === 'cancelled')
    return (
      <Notice id="take-in-failed" kind={now.state === 'failed' ? 'wrong' : 'plain'}>
        {now.fault ?? '没有导入，什么也没有写进去。'}
      </Notice>
    )
  const { result } = now
  if (!result) return null
  if (result.refused !== undefined)
    return (
      <Notice id="take-in-refused" kind="wrong">
        {result.refused}
      </Notice>
    )
  return (
    <>
      <Notice id="take-in-done">{`《${fileName}》导入好了：${sayCounts(result)}。`}</Notice>
      {result.versions?.map((version) => (
        <Notice key={version.file}>{sayVersion(version)}</Notice>
      ))}
      {(result.reasons?.length ?? 0) > 0 && <ReasonsTable reasons={result.reasons!} all={result.quarantined + result.warned} isIn />}
    </>
  )
}
