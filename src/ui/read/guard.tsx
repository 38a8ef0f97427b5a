import type { ReactNode } from 'react'
import { Component } from 'react'
import { Button } from '../act/button'
import { Trouble } from './trouble'

/** A fault in a page's drawing ends here, with words and a way out, instead of a blank page. */
export class Guard extends Component<{ wayOut: () => void; children: ReactNode }, { fault?: Error }> {
  override state: { fault?: Error } = {}

  static getDerivedStateFromError = (fault: Error) => ({ fault })

  override render() {
    const { fault } = this.state
    if (!fault) return this.props.children
    return (
      <Trouble error={fault}>
        <Button
          onPress={() => {
            this.setState({})
            this.props.wayOut()
          }}
        >
          回首页
        </Button>
      </Trouble>
    )
  }
}
