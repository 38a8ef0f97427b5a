import { useEffect, useRef, useState } from 'react'
import { Press } from '../../../ui/desk/press'
import { chosenOf, droppedOf, type Chosen } from './dropped'

/** Where files are dropped, a whole folder too; or chosen by the browser's own window. */
export function DropZone({ onFiles }: { onFiles: (chosen: Chosen[]) => void }) {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  // React knows no such attribute.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [])
  const take = (input: HTMLInputElement) => {
    onFiles(chosenOf(input.files))
    // The same file may be chosen again.
    input.value = ''
  }
  return (
    <div
      id="drop"
      className={`drop${over ? ' drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void droppedOf(event.dataTransfer).then(onFiles)
      }}
    >
      <div className="drop__words">把部门发来的文件拖到这里，几个一起、整个文件夹都行</div>
      <div className="table__note">Excel（.xlsx、.xls）、WPS（.et）、.ods、CSV、银行的文本都读得了。放进来只是先看，点“导入”才写进去。</div>
      <div className="form__end drop__ways">
        <Press id="choose-files" kind="main" onPress={() => files.current?.click()}>
          选文件
        </Press>
        <Press id="choose-folder" onPress={() => folder.current?.click()}>
          选文件夹
        </Press>
      </div>
      <input ref={files} id="files" type="file" multiple hidden onChange={({ target }) => take(target)} />
      <input ref={folder} id="folder" type="file" multiple hidden onChange={({ target }) => take(target)} />
    </div>
  )
}
