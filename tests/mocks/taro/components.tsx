import type { CSSProperties, ReactNode } from 'react'

/** Taro's elements as plain HTML, with the few behaviours that pages rely on. */
interface Props {
  id?: string
  className?: string
  role?: string
  tabIndex?: number
  style?: CSSProperties
  children?: ReactNode
  onClick?: () => void
  [aria: `aria-${string}`]: string | boolean | number | undefined
}

const attributesOf = ({ id, className, role, tabIndex, style, onClick, children, ...others }: Props) => {
  const aria = Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith('aria-')))
  return { id, className, role, tabIndex, style, onClick, children, ...aria }
}

export const View = (props: Props) => <div {...attributesOf(props)} />
export const Text = (props: Props) => <span {...attributesOf(props)} />

/** The platform's own button; only sharing needs it. */
export const Button = ({ openType, ...props }: Props & { openType?: string }) => (
  <button {...attributesOf(props)} data-open-type={openType} />
)

interface InputProps {
  id: string
  value: string
  nativeProps?: { 'aria-label'?: string; 'aria-invalid'?: boolean }
  focus?: boolean
  onInput: (event: { detail: { value: string } }) => void
  onConfirm?: () => void
}

export const Input = ({ id, value, nativeProps, focus, onInput, onConfirm }: InputProps) => (
  <input
    id={id}
    aria-label={nativeProps?.['aria-label']}
    aria-invalid={nativeProps?.['aria-invalid']}
    value={value}
    autoFocus={focus}
    onChange={({ target }) => onInput({ detail: { value: target.value } })}
    onKeyDown={({ key }) => {
      if (key === 'Enter') onConfirm?.()
    }}
  />
)

export const Textarea = ({ id, value, nativeProps, onInput }: InputProps) => (
  <textarea
    id={id}
    aria-label={nativeProps?.['aria-label']}
    aria-invalid={nativeProps?.['aria-invalid']}
    value={value}
    onChange={({ target }) => onInput({ detail: { value: target.value } })}
  />
)

export const Image = ({
  id,
  className,
  src,
  nativeProps,
}: {
  id?: string
  className?: string
  src: string
  nativeProps?: { alt?: string }
}) => <img id={id} className={className} src={src} alt={nativeProps?.alt} />
export const Canvas = ({ id }: { id: string }) => <canvas id={id} />
