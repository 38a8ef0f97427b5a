/** A line drawing of 24 × 24 beside a room's name; never alone. */
export const DeskIcon = ({ drawing }: { drawing: string }) => (
  <svg
    className="desk-icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.8}
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d={drawing} />
  </svg>
)
