/** Taro's views are not native buttons: Enter and Space press whatever calls itself a button, link, tab, switch or choice. */
export function answerKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const { target } = event
    if (!(target instanceof HTMLElement) || !/^(button|link|tab|switch|radio|checkbox)$/.test(target.getAttribute('role') ?? '')) return
    event.preventDefault()
    target.click()
  })
}
