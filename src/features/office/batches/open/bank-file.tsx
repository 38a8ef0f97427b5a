import type { BatchFile } from '#contract/office/batches'
import { sayTrouble } from '../../../../services/desk/office-call'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { sayTotals } from '../batch-words'
import { useDownload } from '../use-batches'

/** The bank's file, once it is made: what is in it, and the way to take it. */
export function BankFile({ file: { row, file, can } }: { file: BatchFile }) {
  const download = useDownload(row.id)
  const trouble = sayTrouble(download.error)
  if (file === undefined || !can.includes('bankFile')) return null
  return (
    <section id="bank-file" className="batch__file" aria-label="给银行的文件">
      <strong>{`报盘文件：${file.fileName}`}</strong>
      <span>{`文件里 ${sayTotals({ lines: file.lines, fen: file.fen })}`}</span>
      <span className="table__note">{`校验码（SM3）${file.digest}`}</span>
      <div className="form__end">
        <Press id="bank-file-download" busy={download.isPending && '正在下载…'} onPress={() => download.mutate(file)}>
          下载
        </Press>
      </div>
      {download.isSuccess && <Notice id="bank-file-downloaded">文件在浏览器的“下载”里。里面有卡号：交给银行以后请删掉。</Notice>}
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </section>
  )
}
