import { useState } from 'react'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { Enrol } from './enrol'
import { SignIn } from './sign-in'

/** Where everybody comes in. `again`: the session ran out while somebody was working; their page waits behind this one. */
export function Door({ again }: { again: boolean }) {
  const [first, setFirst] = useState(false)
  return (
    <main className="door">
      <Heading level={1}>{first ? '开通办公账号' : '小康码办公登录'}</Heading>
      {again && (
        <Notice id="signed-out" kind="needs-you">
          登录到时间了，请再登录一次。刚才填的内容还在，登录后接着办。
        </Notice>
      )}
      {first ? <Enrol onBack={() => setFirst(false)} /> : <SignIn onFirstTime={() => setFirst(true)} />}
      {!first && <p className="door__note">账号一人一个，不转借。查谁的信息、为什么查，都会记下来，本人看得到。</p>}
    </main>
  )
}
