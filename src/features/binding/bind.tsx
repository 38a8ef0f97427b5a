import { useState } from 'react'
import type { CodeToken } from '#domain/code-token'
import { TailsForm } from './tails-form'
import type { Digits } from './use-binding'
import { ShownDigits } from './shown-digits'

/** Binding this phone to the person of a card: fill in, show the digits, the grid worker confirms. What was typed stays throughout. */
export function Bind({ token }: { token: CodeToken }) {
  const [idTail, setIdTail] = useState('')
  const [phoneTail, setPhoneTail] = useState('')
  const [digits, setDigits] = useState<Digits>()
  if (digits) return <ShownDigits token={token} digits={digits} onAgain={() => setDigits(undefined)} />
  return <TailsForm token={token} idTail={idTail} phoneTail={phoneTail} onIdTail={setIdTail} onPhoneTail={setPhoneTail} onDigits={setDigits} />
}
