import { useState } from 'react'
import type { Me } from '#contract/identity/actions'
import { Card } from '../../../ui/read/card'
import { Link } from '../../../ui/act/link'
import { IdentityLine } from './identity-line'
import { SignIn } from './sign-in'
import { WaitingCards } from './waiting-cards'

/** Who is signed in, and where a code from the village or from a relative is typed. */
export function IdentityPart({ me, onSignedIn }: { me: Me; onSignedIn: () => void }) {
  const [typing, setTyping] = useState(false)
  if (!me.signedIn)
    return (
      <>
        <WaitingCards waiting={me.waiting} />
        <SignIn onSignedIn={onSignedIn} />
      </>
    )
  const done = () => {
    setTyping(false)
    onSignedIn()
  }
  return (
    <>
      <IdentityLine me={me} />
      <WaitingCards waiting={me.waiting} />
      {typing ? (
        <SignIn onSignedIn={done} />
      ) : (
        <Card>
          <Link id="another-code" onPress={() => setTyping(true)}>
            家人给了登录码？在这里输
          </Link>
        </Card>
      )}
    </>
  )
}
