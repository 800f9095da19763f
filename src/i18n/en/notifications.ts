export const notifications = {
  title: "Messages",
  empty: "No messages yet",
  emptyHint: "When something happens to your appointments, we write to you here.",
  markAllRead: "Mark all as read",
  unread: "New",
  open: "Show the appointment",
  more: "Older messages",
} as const;
