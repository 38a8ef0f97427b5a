import { useState } from 'react'
import type { CodeToken } from '#domain/access/code-token'
import { dropDigits, keptDigits } from './kept-digits'
import { TailsForm } from './tails-form'
import type { Digits } from './kept-digits'
import { ShownDigits } from './shown-digits'

/**
 * Binding this phone to the person of a card: fill in, show the digits, the grid worker confirms. What was typed stays
 * throughout; the digits outlive a reload.
 */
export function Bind({ token }: { token: CodeToken }) {
  const [idTail, setIdTail] = useState('')
  const [phoneTail, setPhoneTail] = useState('')
  const [digits, setDigits] = useState<Digits | undefined>(() => keptDigits(token))
  const again = () => {
    dropDigits()
    setDigits(undefined)
  }
  if (digits) return <ShownDigits token={token} digits={digits} onAgain={again} />
  return (
    <TailsForm token={token} idTail={idTail} phoneTail={phoneTail} onIdTail={setIdTail} onPhoneTail={setPhoneTail} onDigits={setDigits} />
  )
}
