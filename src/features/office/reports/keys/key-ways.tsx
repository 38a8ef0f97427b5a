import { useState } from 'react'
import type { OpenKey } from '../../../../services/sealing/report-keys'
import { PickTabs } from '../../../../ui/desk/pick-tabs'
import { MakeKey } from './make-key'
import { OpenKeyFile } from './open-key-file'
import { TypeSheet } from './type-sheet'

const ways = [
  { id: 'key-file', label: '打开钥匙文件' },
  { id: 'key-sheet', label: '输恢复单' },
  { id: 'key-new', label: '做一把新的' },
] as const
type Way = (typeof ways)[number]['id']

/** Three ways to have a key in this browser. */
export function KeyWays({ onOpen }: { onOpen: (key: OpenKey) => void }) {
  const [way, setWay] = useState<Way>('key-file')
  return (
    <>
      <PickTabs name="钥匙从哪里来" tabs={ways} open={way} onOpen={setWay} />
      {way === 'key-file' && <OpenKeyFile onOpen={onOpen} />}
      {way === 'key-sheet' && <TypeSheet onOpen={onOpen} />}
      {way === 'key-new' && <MakeKey onOpen={onOpen} />}
    </>
  )
}
