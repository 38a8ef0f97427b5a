/** Brings what has this id into sight, once the screen has been drawn anew, and puts the keyboard where it can be filled in. */
export function showField(id: string): void {
  requestAnimationFrame(() => {
    // Earlier pages stay in the document, hidden.
    const alike = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)]
    const shown = alike.find((one) => one.getClientRects().length > 0) ?? alike[0]
    shown?.scrollIntoView({ block: 'center' })
    shown?.querySelector<HTMLElement>('input, textarea, [tabindex="0"]')?.focus({ preventScroll: true })
  })
}
