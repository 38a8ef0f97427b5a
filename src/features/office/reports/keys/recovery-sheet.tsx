import { toRecoverySheet } from '#domain/sealing/key-file'
import type { KeyPair } from '#domain/sealing/sm2-keys'
import { today } from '../../../../services/wire/clock'
import { county } from '../../../../services/built-in/county'
import { Paper } from '../../../../ui/desk/paper'
import { QrPicture } from '../../../../ui/desk/qr-picture'
import { grouped } from './key-words'

/** The private key on paper: printed only, never on the screen. */
export function RecoverySheet({ pair, name }: { pair: KeyPair; name: string }) {
  const letters = toRecoverySheet(pair)
  return (
    <Paper>
      <div id="recovery-sheet" className="recovery">
        <div className="recovery__title">{`${county.name}不留名举报 · 钥匙恢复单`}</div>
        <div className="recovery__fact">{`钥匙：${name}`}</div>
        <div className="recovery__fact">{`编号：${grouped(pair.id)}`}</div>
        <div className="recovery__fact">{`做的日子：${today()}`}</div>
        <div className="recovery__both">
          <div className="recovery__letters">
            {letters.split(' ').map((group, i) => (
              <span key={i} className="recovery__group">
                {group}
              </span>
            ))}
          </div>
          <QrPicture id="recovery-qr" text={letters.replace(/ /g, '')} name="同样的字母和数字" />
        </div>
        <p>这张纸就是钥匙，不用口令。钥匙文件坏了、口令忘了，在“举报 · 输恢复单”里照着输，或者扫上面的码。</p>
        <p>装进信封，封口签名，放进保险柜；不要拍照、复印、录进电脑。两把钥匙的恢复单不要放在一处，也不要由一个人拿。</p>
        <p>文件和这张纸都没有了，封给这把钥匙的举报再也打不开。</p>
        <div className="recovery__sign">
          <span>保管人签名</span>
          <span>监督人签名</span>
          <span>日期</span>
        </div>
      </div>
    </Paper>
  )
}
