import { TextBox } from './text-box'

interface Props {
  id: string
  hint?: string
  value: string
  onChange: (value: string) => void
}

/** The six digits that an officer's authenticator shows. */
export const TotpBox = (props: Props) => <TextBox label="动态码" example="000 000" digits fills="one-time-code" maxLength={10} {...props} />
