/** How a pressable thing presents itself to assistive software, and how it shows a finger on it. */
export const pressable = (role: 'button' | 'link' | 'tab' | 'switch' | 'radio' | 'checkbox' = 'button') => ({
  role,
  tabIndex: 0,
  hoverClass: 'pressed',
  hoverStayTime: 60,
})
