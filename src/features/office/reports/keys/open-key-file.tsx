import { useState } from 'react'
import { fromKeyFile, readKeyFile } from '#domain/sealing/key-file'
import type { KeyFile } from '#domain/sealing/key-file'
import { NotOurs } from '#domain/sealing/symmetric'
import type { OpenKey } from '../../../../services/sealing/report-keys'
import { Field } from '../../../../ui/desk/field'
import { Form } from '../../../../ui/desk/form'
import { TextBox } from '../../../../ui/desk/text-box'
import { textOf } from '../letters/text-of'
import { useWork } from '../use-work'

const noFile = '请选钥匙文件，名字像“举报钥匙-….json”。'
const wrongFile = '这不是举报钥匙的文件，或者文件坏了。请选做钥匙时存下的那一个；找不到，用恢复单。'
const wrongPassphrase = '口令不对，或者文件被改过。请再输一遍口令（大小写、空格都算）；还不行，用恢复单。'
const failed = '没有打开，请再按一次；还不行，用恢复单。'

/** A key from its file, which is read here and sent nowhere. */
export function OpenKeyFile({ onOpen }: { onOpen: (key: OpenKey) => void }) {
  const [file, setFile] = useState<KeyFile>()
  const [passphrase, setPassphrase] = useState('')
  const { percent, trouble, setTrouble, run } = useWork()
  const choose = async (chosen: File | undefined) => {
    setTrouble(undefined)
    const read = chosen && readKeyFile(await textOf(chosen))
    setFile(read)
    if (chosen && !read) setTrouble(wrongFile)
  }
  const send = () => {
    if (!file) return setTrouble(trouble ?? noFile)
    void run(
      file.turns,
      async (breathe) => {
        const pair = await fromKeyFile(file, passphrase, breathe)
        setPassphrase('')
        onOpen({ name: file.name, pair })
      },
      (error) => (error instanceof NotOurs ? wrongPassphrase : failed),
    )
  }
  return (
    <Form id="key-open" send="插上钥匙" busy={percent !== undefined && `正在打开… ${percent}%`} trouble={trouble} onSend={send}>
      <Field
        id="key-file"
        label="钥匙文件"
        hint={file ? `这是“${file.name}”的钥匙，编号 ${file.id}。` : '在 U 盘上。文件只在这个浏览器里读，不会传走。'}
      >
        <input
          id="key-file"
          className="box key-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="key-file-hint"
          onChange={({ target }) => {
            void choose(target.files?.[0])
          }}
        />
      </Field>
      <TextBox id="key-passphrase" label="口令" type="password" maxLength={200} value={passphrase} onChange={setPassphrase} />
    </Form>
  )
}
