"""What happens when a story has passed its last approval. Wagtail reads this before any model: it imports none."""


def publish(workflow_state, user=None):
    """Publish the newest version of what was approved, in place of Wagtail's own function for that.

    The approvals are the permission: a medical reviewer, who may publish nothing
    else, ends the way of a health story, and so does one without an account (``user`` is None).
    """
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
