/** Who is looking, as far as the frame of the page needs to know. */
export type Viewer = {
  name: string;
  role: "patient" | "doctor" | "admin" | "pharmacy";
  unread: number;
};
