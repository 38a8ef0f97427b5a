import { useState } from 'react'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'

interface Props {
  id: string
  label: string
  hint?: string
  fills: 'current-password' | 'new-password'
  value: string
  onChange: (text: string) => void
}

/** Dots, and 显示 for whoever wants to see what they typed. */
export function PassphraseBox({ id, label, hint, fills, value, onChange }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <div className="passphrase">
      <TextBox
        id={id}
        label={label}
        hint={hint}
        fills={fills}
        type={shown ? 'text' : 'password'}
        maxLength={200}
        value={value}
        onChange={onChange}
      />
      <Press id={`${id}-show`} kind="quiet" name={`${shown ? '隐藏' : '显示'}${label}`} onPress={() => setShown(!shown)}>
        {shown ? '隐藏' : '显示'}
      </Press>
    </div>
  )
}
