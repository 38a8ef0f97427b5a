import { useState } from 'react'
import type { OpenKey } from '../../../../services/sealing/report-keys'
import { forgetKeys, openKey, useOpenKeys } from '../../../../services/sealing/report-keys'
import { Press } from '../../../../ui/desk/press'
import { State } from '../../../../ui/desk/state'
import { Heading } from '../../../../ui/read/heading'
import { KeyWays } from './key-ways'
import { grouped, worthOf } from './key-words'

/** Whose keys are open in this browser, and the ways to open one. */
export function KeyRing({ officeId }: { officeId: string }) {
  const keys = useOpenKeys()
  const [adding, setAdding] = useState(false)
  const open = (key: OpenKey) => {
    setAdding(false)
    openKey(key)
  }
  return (
    <section id="key-ring" className="sheet key-ring" aria-label="钥匙">
      {keys.length === 0 && <Heading level={2}>插上钥匙才能读</Heading>}
      {keys.length === 0 && (
        <p className="key-ring__words">
          举报在手机上就封好了，服务器上的人也打不开。钥匙只留在这个浏览器里：换到别的菜单还在，离开办公页面、退出、关窗口，或者 15
          分钟没有人动，就忘掉。
        </p>
      )}
      {keys.length > 0 && (
        <div className="key-ring__open">
          <div>
            {keys.map(({ name, pair }) => (
              <div key={pair.id} id={`key-${pair.id}`} className="key-ring__key">
                <span>{name}</span>
                <span className="table__note key-ring__number">{`编号 ${grouped(pair.id)}`}</span>
                <State {...worthOf(pair, officeId)} />
              </div>
            ))}
          </div>
          <div className="form__end">
            <Press id="key-forget" onPress={forgetKeys}>
              合上钥匙
            </Press>
            <Press id="key-another" kind="quiet" expanded={adding} onPress={() => setAdding(!adding)}>
              {adding ? '不插了' : '再插一把、做新的'}
            </Press>
          </div>
        </div>
      )}
      {(keys.length === 0 || adding) && <KeyWays onOpen={open} />}
    </section>
  )
}
