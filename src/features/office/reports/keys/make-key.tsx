import { useState } from 'react'
import { toKeyFile } from '#domain/sealing/key-file'
import { newKeyPair } from '#domain/sealing/sm2-keys'
import { prepareRandom } from '../../../../services/sealing/random'
import type { OpenKey } from '../../../../services/sealing/report-keys'
import { Form } from '../../../../ui/desk/form'
import { TextBox } from '../../../../ui/desk/text-box'
import { useDraft } from '../../../../ui/desk/use-draft'
import { Notice } from '../../../../ui/read/notice'
import type { MadeKey } from './keep-key'
import { KeepKey } from './keep-key'
import { useWork } from '../use-work'

const shortest = 12
const turns = 200
/** Bytes for the private key, a salt and an IV; plenty. */
const randomness = 256
const nothing = { name: '', passphrase: '', again: '' }

function faultOf({ name, passphrase, again }: typeof nothing): string | undefined {
  if (name.trim().length < 2) return '请写这把钥匙归哪个科室，例如：案件监督管理室。'
  if (passphrase.length < shortest) return `口令至少 ${shortest} 个字，现在有 ${passphrase.length} 个。可以用一句自己好记、别人猜不到的话。`
  return passphrase === again ? undefined : '两次填的口令不一样，请再填一遍。'
}

/** A new key pair, made here and nowhere else; then it has to be put away before anybody may rely on it. */
export function MakeKey({ onOpen }: { onOpen: (key: OpenKey) => void }) {
  const { draft, set, clear } = useDraft(nothing)
  const [made, setMade] = useState<MadeKey>()
  const { percent, trouble, setTrouble, run } = useWork()
  if (made) return <KeepKey made={made} onKept={() => onOpen({ name: made.file.name, pair: made.pair })} />
  const send = () => {
    const fault = faultOf(draft)
    if (fault !== undefined) return setTrouble(fault)
    void run(
      turns,
      async (breathe) => {
        const random = await prepareRandom(randomness)
        const pair = newKeyPair(random)
        const file = await toKeyFile(pair, draft.name.trim(), draft.passphrase, random, breathe, turns)
        clear()
        setMade({ pair, file })
      },
      () => '没有做成，填的还在。请再按一次。',
    )
  }
  return (
    <Form id="key-make" send="做一把新钥匙" busy={percent !== undefined && `正在做… ${percent}%`} trouble={trouble} onSend={send}>
      <Notice id="key-make-words" kind="needs-you">
        <p>每个受理单位有两把钥匙，由两个人各做一把、各自保管；一个人不要拿两把。</p>
        <p>做好以后，要请数据管理部门装进程序并发布；在那以前没有人会封给它，原来的钥匙要接着用。</p>
        <p>钥匙文件和恢复单都没有了，封给它的举报就再也打不开，谁也补不了。</p>
      </Notice>
      <TextBox id="key-name" label="归哪个科室" example="案件监督管理室" maxLength={40} value={draft.name} onChange={set('name')} />
      <TextBox
        id="key-new-passphrase"
        label="口令"
        hint={`至少 ${shortest} 个字，只有保管钥匙的人知道；不要和登录口令一样。`}
        type="password"
        maxLength={200}
        value={draft.passphrase}
        onChange={set('passphrase')}
      />
      <TextBox id="key-new-again" label="口令再填一遍" type="password" maxLength={200} value={draft.again} onChange={set('again')} />
    </Form>
  )
}
