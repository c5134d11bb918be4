"""The way of a story from writer to publication."""

from django.utils.translation import gettext
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask


def set_up_workflow(groups, pages):
    """Create the desk's workflow, one approval by any of ``groups``, and use it for ``pages``.

    Safe to run again. Returns the workflow.
    """
    name = gettext("Desk approval")
    workflow, _ = Workflow.objects.get_or_create(name=name)
    task, _ = GroupApprovalTask.objects.get_or_create(name=name)
    task.groups.set(groups)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr)
    for page in pages:
        WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})
    return workflow
