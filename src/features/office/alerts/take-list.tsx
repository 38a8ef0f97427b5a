import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useAlertsFile, type Wanted } from './use-alerts'

/** The list as it is filtered, in a workbook: for a meeting, or to be gone through on paper. */
export function TakeList({ of }: { of: Omit<Wanted, 'after'> }) {
  const taking = useAlertsFile()
  return (
    <>
      <div className="form__end alerts__take">
        <Press id="alerts-file" kind="quiet" busy={taking.isPending && '正在做表…'} onPress={() => taking.mutate(of)}>
          导出这张单子
        </Press>
      </div>
      {taking.data && (
        <Notice id="alerts-file-done">{`“${taking.data.fileName}”在浏览器的“下载”里，${taking.data.rows} 条，谁导出的记了一笔。`}</Notice>
      )}
      {taking.error && <Notice kind="wrong">{sayTrouble(taking.error)}</Notice>}
    </>
  )
}
