/** The list of people as everyone sees it who is no host. */
import { PeopleList } from "../people/PeopleList";
import { useSheets, useView } from "./context";
import { FollowButton } from "./follow/FollowButton";

export default function GuestPeople() {
  const { people } = useView();
  const { open, close } = useSheets();
  return (
    <PeopleList
      people={people}
      onRename={() => open("name")}
      onDevice={() => open("device")}
      onClose={close}
      way={FollowButton}
    />
  );
}
