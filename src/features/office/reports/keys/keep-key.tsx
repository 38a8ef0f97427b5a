import { useState } from 'react'
import type { KeyFile } from '#domain/sealing/key-file'
import type { KeyPair } from '#domain/sealing/sm2-keys'
import { copyText } from '../../../../services/share/clipboard'
import { saveFile } from '../../../../services/share/save-file'
import { Field } from '../../../../ui/desk/field'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { useSending } from '../../../../ui/desk/use-sending'
import { Heading } from '../../../../ui/read/heading'
import { KeepStep } from './keep-step'
import { grouped, publicLine } from './key-words'
import { RecoverySheet } from './recovery-sheet'

export interface MadeKey {
  pair: KeyPair
  file: KeyFile
}

type Step = 'file' | 'sheet' | 'line'
const steps: Step[] = ['file', 'sheet', 'line']

/** Before a new key is used it lies in two safe places, and those who build the programme have its public half. */
export function KeepKey({ made: { pair, file }, onKept }: { made: MadeKey; onKept: () => void }) {
  const [begun, setBegun] = useState<Step[]>([])
  const [kept, setKept] = useState<Step[]>([])
  const [copied, setCopied] = useState<boolean>()
  const line = publicLine({ ...pair, name: file.name })
  const begin = (step: Step) => setBegun((before) => [...before, step])
  const { trouble, onSend } = useSending(() => (kept.length < steps.length ? '三样都做了、打了勾，才算做完。' : undefined), onKept, null)
  const stepOf = (step: Step) => ({
    id: `keep-${step}`,
    begun: begun.includes(step),
    kept: kept.includes(step),
    onKeep: (now: boolean) => setKept((before) => [...before.filter((one) => one !== step), ...(now ? [step] : [])]),
  })
  const save = () => {
    saveFile(`举报钥匙-${pair.id}.json`, JSON.stringify(file, null, 2), 'application/json')
    begin('file')
  }
  const print = () => {
    window.print()
    begin('sheet')
  }
  const copy = () => {
    void copyText(line)
      .then(
        () => setCopied(true),
        () => setCopied(false),
      )
      .finally(() => begin('line'))
  }
  return (
    <div id="key-made" className="key-made">
      <RecoverySheet pair={pair} name={file.name} />
      <Heading level={2}>{`“${file.name}”的钥匙做好了，还没有存`}</Heading>
      <p className="table__note">
        编号（指纹）{' '}
        <span id="key-fingerprint" className="key-letters">
          {grouped(pair.id)}
        </span>
        。没做完就离开，这把就没了，重新做一把就是。
      </p>
      <KeepStep
        {...stepOf('file')}
        title="一、存钥匙文件"
        words="文件由口令封着。存到 U 盘上，锁进保险柜；电脑“下载”里的那一份请删掉。"
        done="存好了，口令记住了"
      >
        <Press id="keep-file-do" onPress={save}>
          下载钥匙文件
        </Press>
      </KeepStep>
      <KeepStep
        {...stepOf('sheet')}
        title="二、打印恢复单"
        words="纸上就是钥匙，谁拿到谁就打得开。用不联网的打印机，印一张，签名，装信封封好，另放一个保险柜。"
        done="印好、签名、锁好了"
      >
        <Press id="keep-sheet-do" onPress={print}>
          打印恢复单
        </Press>
      </KeepStep>
      <KeepStep
        {...stepOf('line')}
        title="三、把公开的一行交给数据管理部门"
        words="这一行是公开的，用什么送都行。送到以后打电话，把编号四个一组念给对方，和他收到的对上才算。"
        done="送到了，电话里对过编号"
      >
        <Field
          id="key-line"
          label="公开的一行"
          hint={copied === false ? '这个浏览器不让复制：请点一下这一行，全选，再复制。' : copied ? '复制好了。' : undefined}
        >
          <input
            id="key-line"
            className="box"
            readOnly
            value={line}
            onFocus={({ target }) => {
              target.select()
              begin('line')
            }}
          />
        </Field>
        <Press id="keep-line-do" onPress={copy}>
          复制这一行
        </Press>
      </KeepStep>
      <Form id="key-kept" send="都做好了，插上这把钥匙" busy={false} trouble={trouble} onSend={onSend} />
    </div>
  )
}
