import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useDownload, type RefusedOf } from './use-refused'

/** The refused rows in a workbook for the department: mended and sent back, only the mended ones go in. */
export function TakeAway({ of }: { of: RefusedOf }) {
  const download = useDownload()
  return (
    <div className="take-away">
      <Press id="refused-download" busy={download.isPending && '正在做表…'} onPress={() => download.mutate(of)}>
        下载成 Excel，发回去改
      </Press>
      <span className="table__note">每一行为什么退回，写在格子的批注里。改好的表放进“收文件”，改好的行就收下，没改好的还留在这里。</span>
      {download.data && (
        <Notice id="refused-downloaded">{`“${download.data.fileName}”在浏览器的“下载”里，${download.data.rows} 行。里面有身份证号，用完请删掉。`}</Notice>
      )}
      {download.error && <Notice kind="wrong">{sayTrouble(download.error)}</Notice>}
    </div>
  )
}
